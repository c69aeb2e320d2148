package vn.lienthong.catalogue;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code catalogue_pull}. */
@Repository
class PullRepository {
    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    PullRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean claim(UUID turn, boolean scheduled, Duration length) {
        return jdbc.update(
                        "update catalogue_pull set turn = ?, turn_until = clock_timestamp() + ?::interval,"
                                + " started_at = clock_timestamp()"
                                + " where (turn is null or turn_until < clock_timestamp() + ?::interval)"
                                + " and (asked_at is not null or (? and (due_at is null"
                                + " or due_at <= clock_timestamp() + ?::interval)))",
                        turn,
                        interval(clock.offset().plus(length)),
                        interval(clock.offset()),
                        scheduled,
                        interval(clock.offset()))
                == 1;
    }

    boolean extend(UUID turn, Duration length) {
        return jdbc.update(
                        "update catalogue_pull set turn_until = clock_timestamp() + ?::interval where turn = ?",
                        interval(clock.offset().plus(length)),
                        turn)
                == 1;
    }

    void end(UUID turn, String outcome, Bilingual detail, Duration next) {
        jdbc.update(
                "update catalogue_pull set turn = null, turn_until = null, ended_at = clock_timestamp() + ?::interval,"
                        + " outcome = ?, detail_vi = ?, detail_en = ?, due_at = clock_timestamp() + ?::interval,"
                        + " asked_by = case when asked_at > started_at then asked_by end,"
                        + " asked_at = case when asked_at > started_at then asked_at end where turn = ?",
                interval(clock.offset()),
                outcome,
                detail.vi(),
                detail.en(),
                interval(clock.offset().plus(next)),
                turn);
    }

    void ask(String who) {
        jdbc.update("update catalogue_pull set asked_at = clock_timestamp(), asked_by = ?", who);
    }

    PullStanding standing() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select ended_at, outcome, detail_vi, detail_en, asked_at is not null or turn is not null"
                        + " from catalogue_pull",
                (row, number) -> {
                    Timestamp ended = row.getTimestamp(1);
                    String outcome = row.getString(2);
                    return new PullStanding(
                            ended == null ? null : ended.toInstant(),
                            outcome,
                            outcome == null ? null : new Bilingual(row.getString(3), row.getString(4)),
                            row.getBoolean(5));
                }));
    }

    private static String interval(Duration time) {
        return time.toMillis() + " milliseconds";
    }
}
