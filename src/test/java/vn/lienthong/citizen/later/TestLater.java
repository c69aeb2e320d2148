package vn.lienthong.citizen.later;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Callers;
import vn.lienthong.citizen.LookUps;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.WorkItems;

/** Opens the queue for tests that run without the application. */
public final class TestLater {
    private TestLater() {}

    /** The queue of this database: first after a minute, for two days. */
    public static LaterQuestions on(
            JdbcTemplate jdbc, DataSeal seal, WorkItems items, TransactionTemplate transaction, GatewayClock clock) {
        return new LaterQuestions(
                new LaterRepository(jdbc, seal),
                items,
                transaction,
                new LaterProperties(Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(48)),
                clock);
    }

    /** Who asks again. */
    public static LaterAsker asker(LaterQuestions questions, LookUps lookUps, Callers callers) {
        return new LaterAsker(questions, lookUps, callers, new ObjectMapper());
    }

    /** Takes one as a node does that ends right after. */
    public static boolean takeAndEnd(LaterQuestions questions) {
        return questions.take().isPresent();
    }
}
