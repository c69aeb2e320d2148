package vn.lienthong.citizen.held;

import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** Opens what is held for tests that run without the application. */
public final class TestHeld {
    private TestHeld() {}

    /** Answers held in this database as long as usual. */
    public static HeldAnswers on(JdbcTemplate jdbc, DataSeal seal, GatewayClock clock) {
        return new HeldAnswers(
                new HeldAnswerRepository(jdbc, seal), new Freshness(Duration.ofHours(12), Map.of()), clock);
    }
}
