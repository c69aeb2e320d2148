package vn.lienthong.intake.compat;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code compat_session}. Times are the database's, so that nodes agree. */
@Repository
class CompatSessionRepository {
    private static final String NOW = "(clock_timestamp() + ?::interval)";
    private static final int AT_A_TIME = 5000;

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;
    private final CompatProperties settings;

    CompatSessionRepository(JdbcTemplate jdbc, GatewayClock clock, CompatProperties settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Adds a session; where the client has too many, those unused for longest end. */
    void open(byte[] hash, String client) {
        jdbc.update(
                "insert into compat_session (hash, client, opened_at, ends_at) values (?, ?, " + NOW + ", " + NOW + ")",
                hash,
                client,
                milliseconds(0),
                milliseconds(settings.session().toMillis()));
        jdbc.update(
                "delete from compat_session where hash in (select hash from compat_session where client = ?"
                        + " order by ends_at desc offset ? for update skip locked)",
                client,
                settings.sessions());
    }

    /**
     * The client of a session that is alive. Its end is moved only once a tenth of its time is used, so that most calls
     * write nothing.
     */
    Optional<String> use(byte[] hash) {
        Optional<Found> found = jdbc
                .query(
                        "select client, ends_at < least(" + NOW + ", opened_at + ?::interval) from compat_session"
                                + " where hash = ? and ends_at > " + NOW,
                        (row, number) -> new Found(row.getString(1), row.getBoolean(2)),
                        milliseconds(settings.session().toMillis() * 9 / 10),
                        longest(),
                        hash,
                        milliseconds(0))
                .stream()
                .findFirst();
        if (found.isPresent() && found.get().worn()) {
            jdbc.update(
                    "update compat_session set ends_at = greatest(ends_at, least(" + NOW + ", opened_at + ?::interval))"
                            + " where hash = ?",
                    milliseconds(settings.session().toMillis()),
                    longest(),
                    hash);
        }
        return found.map(Found::client);
    }

    /** Removes what is over, a bounded number at a time. */
    void forgetOver() {
        jdbc.update(
                "delete from compat_session where hash in (select hash from compat_session where ends_at <= " + NOW
                        + " limit " + AT_A_TIME + " for update skip locked)",
                milliseconds(0));
    }

    private String milliseconds(long ahead) {
        return clock.offset().toMillis() + ahead + " milliseconds";
    }

    private String longest() {
        return settings.longestSession().toMillis() + " milliseconds";
    }

    private record Found(String client, boolean worn) {}
}
