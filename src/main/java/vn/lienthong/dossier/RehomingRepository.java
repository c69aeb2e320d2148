package vn.lienthong.dossier;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code dossier_rehoming}. */
@Repository
class RehomingRepository {
    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    RehomingRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the pass until the transaction ends; empty while another node has it, or when nothing is to be done.
     *
     * @param again how long after its end the next pass for the same successions comes
     * @return the number after which to go on
     */
    Optional<String> take(String successions, Duration again) {
        return jdbc
                .query(
                        "select successions = ?, after, finished_at is not null and finished_at > clock_timestamp()"
                                + " + ?::interval - ?::interval from dossier_rehoming for update skip locked",
                        (row, number) -> new Standing(row.getBoolean(1), row.getString(2), row.getBoolean(3)),
                        successions,
                        interval(clock.offset()),
                        interval(again))
                .stream()
                .filter(standing -> !(standing.same() && standing.rests()))
                .map(standing -> standing.same() ? standing.after() : "")
                .findFirst();
    }

    void goOn(String successions, String after) {
        jdbc.update("update dossier_rehoming set successions = ?, after = ?, finished_at = null", successions, after);
    }

    void finish(String successions) {
        jdbc.update(
                "update dossier_rehoming set successions = ?, after = '', finished_at = clock_timestamp() + ?::interval",
                successions,
                interval(clock.offset()));
    }

    private static String interval(Duration time) {
        return time.toMillis() + " milliseconds";
    }

    private record Standing(boolean same, String after, boolean rests) {}
}
