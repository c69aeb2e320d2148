package vn.lienthong.linked;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** The tables {@code linked_watch} and {@code linked_told}: which linked dossiers are to be looked at, and when. */
@Repository
class LegWatchRepository {
    static final String DUE =
            "select dossier_number from linked_watch where look_at <= statement_timestamp() + ?::interval"
                    + " order by look_at limit ? for update skip locked";

    private static final String TAKE = "update linked_watch w set look_at = clock_timestamp() + ?::interval from ("
            + DUE + ") d where w.dossier_number = d.dossier_number returning w.dossier_number, w.look_at";
    private static final String GATHER = """
            with told as (
                delete from linked_told where id in (select id from linked_told order by id limit ? for update skip locked)
                returning parent)
            insert into linked_watch (dossier_number, look_at) select distinct parent, '-infinity'::timestamptz from told
            order by parent
            on conflict (dossier_number) do update set look_at = excluded.look_at
            """;

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    LegWatchRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One taken to be looked at, for one node alone until {@code until}. */
    record Taken(String number, OffsetDateTime until) {}

    /** Something of these was told, in the caller's transaction. */
    void tell(Collection<String> parents) {
        jdbc.update(
                "insert into linked_told (parent) select unnest(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", parents.toArray())));
    }

    /** Makes due what was told of, so many at most; how many it became. */
    int gather(int most) {
        return jdbc.update(GATHER, most);
    }

    /** Looks at these too, if they are not known yet. */
    void know(Collection<String> numbers) {
        jdbc.update(
                "insert into linked_watch (dossier_number, look_at) select n, '-infinity'::timestamptz from unnest(?) n"
                        + " order by n on conflict do nothing",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
    }

    /** Takes those that are due for this long. */
    List<Taken> take(int most, Duration lease) {
        return jdbc.query(
                TAKE,
                (row, number) -> new Taken(row.getString(1), row.getObject(2, OffsetDateTime.class)),
                interval(lease.plus(clock.offset())),
                interval(clock.offset()),
                most);
    }

    /** Looks again then; at once where it was told of meanwhile. */
    void next(Taken taken, Instant at) {
        jdbc.update(
                "update linked_watch set look_at = ? where dossier_number = ? and look_at = ?",
                Timestamp.from(at),
                taken.number(),
                taken.until());
    }

    /** Looks no more, unless it is told of again. */
    void forget(Taken taken) {
        jdbc.update("delete from linked_watch where dossier_number = ? and look_at = ?", taken.number(), taken.until());
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
