package vn.lienthong.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/** The table {@code alert_incident}. All times are the gateway's clock's. */
@Repository
class IncidentRepository {
    private static final String SEEN = """
            insert into alert_incident (id, cause, place, what_vi, what_en, advice_vi, advice_en, page, count, opened_at, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (cause, coalesce(place, '')) where closed_at is null
            do update set what_vi = excluded.what_vi, what_en = excluded.what_en, advice_vi = excluded.advice_vi,
                advice_en = excluded.advice_en, page = excluded.page, count = excluded.count, seen_at = excluded.seen_at
            """;

    /** Only the node that sees a thing sees its end; a node that was silent for an hour sees nothing any more. */
    private static final String CLOSE = """
            update alert_incident set closed_at = ? where closed_at is null and seen_at <= ?
                and (place is null or place = ? or seen_at <= ?)
            """;

    private static final Duration SILENT = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    IncidentRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the right to look until the transaction ends; false if somebody else looks now. */
    boolean takeTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(7247)", Boolean.class));
    }

    /** Notes what is wrong now. */
    void seen(Collection<Alarm> alarms, String here) {
        Timestamp now = Timestamp.from(clock.now());
        jdbc.batchUpdate(SEEN, alarms, 100, (statement, alarm) -> {
            statement.setObject(1, Ids.next());
            statement.setString(2, alarm.cause());
            statement.setString(3, alarm.local() ? here : null);
            statement.setString(4, alarm.what().vi());
            statement.setString(5, alarm.what().en());
            statement.setString(6, alarm.advice().vi());
            statement.setString(7, alarm.advice().en());
            statement.setString(8, alarm.page());
            statement.setLong(9, alarm.count());
            statement.setTimestamp(10, now);
            statement.setTimestamp(11, now);
        });
    }

    /** Ends what was not seen for this long. */
    void close(Duration quiet, String here) {
        Instant now = clock.now();
        jdbc.update(
                CLOSE,
                Timestamp.from(now),
                Timestamp.from(now.minus(quiet)),
                here,
                Timestamp.from(now.minus(quiet).minus(SILENT)));
    }

    /** What is over and nobody was told so, a day back: of blips that nobody was told of, nobody is. */
    List<Incident> ended(Duration hold) {
        return jdbc.query(
                "select * from alert_incident where closed_at > ? and end_told_at is null"
                        + " and (told_at is not null or seen_at >= opened_at + ?::interval) order by closed_at limit 200",
                IncidentRepository::read,
                Timestamp.from(clock.now().minus(Duration.ofDays(1))),
                hold.toMillis() + " milliseconds");
    }

    /** What goes on and was wrong for at least so long, those never told first. */
    List<Incident> lasting(Duration hold) {
        return jdbc.query(
                "select * from alert_incident where closed_at is null and seen_at >= opened_at + ?::interval"
                        + " order by told_at nulls first, opened_at limit 200",
                IncidentRepository::read,
                hold.toMillis() + " milliseconds");
    }

    /** Notes that people are told of these. */
    void told(Collection<UUID> ids) {
        jdbc.update("update alert_incident set told_at = ? where id = any(?)", statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.now()));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids.toArray()));
        });
    }

    /** Notes that people are told that these are over. */
    void endTold(Collection<UUID> ids) {
        jdbc.update("update alert_incident set end_told_at = ? where id = any(?)", statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.now()));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids.toArray()));
        });
    }

    /** What goes on, and then what is over, the latest first. */
    List<Incident> latest(int most) {
        return jdbc.query(
                "select * from alert_incident order by closed_at desc nulls first, opened_at desc limit ?",
                IncidentRepository::read,
                most);
    }

    int forget(Duration keep) {
        return jdbc.update(
                "delete from alert_incident where closed_at < ?",
                Timestamp.from(clock.now().minus(keep)));
    }

    private static Incident read(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                new Bilingual(row.getString("what_vi"), row.getString("what_en")),
                new Bilingual(row.getString("advice_vi"), row.getString("advice_en")),
                row.getString("page"),
                row.getLong("count"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                instant(row.getTimestamp("told_at")),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
