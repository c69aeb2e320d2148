package vn.lienthong.delivery.tally;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of counts. All times are the database's own, as those of the rows that are counted. */
@Repository
class TallyRepository {
    private static final int LOCK = 7263;
    /** No transaction that confirms lasts as long: what joins a slot has joined it by then. */
    private static final String SETTLED = "interval '15 minutes'";

    private static final String FIRST = "interval '8 days'";
    private static final String AT_ONCE = "interval '1 hour'";
    private static final String KEPT = "interval '400 days'";
    /** One place holds what stands for a slot of which nothing was waiting anywhere: somebody did look. */
    private static final String NOWHERE = "";

    private static final String COUNT = """
            insert into delivery_tally (slot, partner, lag_class, confirmed, timed, on_time)
            select date_bin('10 minutes', changed_at, 'epoch'), partner,
                width_bucket(extract(epoch from changed_at - created_at)::float8,
                    array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072,
                        262144, 524288, 1048576]::float8[]),
                count(*), count(*) filter (where legal_due < 'infinity'),
                count(*) filter (where legal_due < 'infinity' and changed_at <= legal_due)
            from (
                select partner, created_at, changed_at, legal_due from delivery_finished
                    where state = 'CONFIRMED' and changed_at >= ? and changed_at < ?
                union all
                select partner, created_at, changed_at, legal_due from delivery
                    where state = 'CONFIRMED' and changed_at >= ? and changed_at < ?
            ) as done group by 1, 2, 3
            """;

    private final JdbcTemplate jdbc;

    TallyRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this transaction is the one that counts now; the right ends with it, also when the process dies. */
    boolean locked() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK));
    }

    /** Counts the next hours in the caller's transaction; true if there are more. */
    boolean countNext() {
        Span span = jdbc.queryForObject(
                "with now as (select date_bin('10 minutes', clock_timestamp(), 'epoch') as slot), span as ("
                        + "select slot, coalesce((select counted_until from delivery_tally_end),"
                        + " date_bin('1 hour', slot - " + FIRST + ", 'epoch')) as first from now)"
                        + " select first, least(first + " + AT_ONCE + ", slot + interval '10 minutes'),"
                        + " greatest(first, least(first + " + AT_ONCE + ", date_bin('10 minutes', clock_timestamp() - "
                        + SETTLED + ", 'epoch'))), first + " + AT_ONCE + " <= slot from span",
                (row, number) ->
                        new Span(row.getTimestamp(1), row.getTimestamp(2), row.getTimestamp(3), row.getBoolean(4)));
        if (span == null) {
            return false;
        }
        jdbc.update("delete from delivery_tally where slot >= ? and slot < ?", span.first(), span.beyond());
        jdbc.update(COUNT, span.first(), span.beyond(), span.first(), span.beyond());
        jdbc.update(
                "insert into delivery_tally_end (counted_until) values (?)"
                        + " on conflict (one) do update set counted_until = excluded.counted_until",
                span.settled());
        if (!span.more()) {
            jdbc.update("delete from delivery_tally where slot < clock_timestamp() - " + KEPT);
            jdbc.update("delete from delivery_stock_tally where slot < clock_timestamp() - " + KEPT);
        }
        return span.more();
    }

    /** Notes what stands unfinished now; of several looks into a slot the highest stays. */
    void noteStock(Map<String, Stock> stock) {
        Map<String, Stock> seen = new TreeMap<>(stock); // one order for all nodes
        seen.put(NOWHERE, new Stock(0, 0, Duration.ZERO));
        jdbc.batchUpdate(
                "insert into delivery_stock_tally as s (slot, partner, waiting, person, oldest_seconds)"
                        + " values (date_bin('10 minutes', clock_timestamp(), 'epoch'), ?, ?, ?, ?)"
                        + " on conflict (slot, partner) do update set waiting = greatest(s.waiting, excluded.waiting),"
                        + " person = greatest(s.person, excluded.person),"
                        + " oldest_seconds = greatest(s.oldest_seconds, excluded.oldest_seconds)",
                seen.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getKey(),
                            entry.getValue().waiting(),
                            entry.getValue().person(),
                            entry.getValue().oldest().toSeconds()
                        })
                        .toList());
    }

    TallyReport report(int hours, @Nullable String partner) {
        List<Instant> begins = begins(hours);
        Timestamp from = Timestamp.from(begins.getFirst());
        Map<Instant, Tallied> done = new HashMap<>();
        Map<String, Tallied> partners = new TreeMap<>();
        jdbc.query(
                "select date_bin('1 hour', slot, 'epoch'), partner, lag_class, sum(confirmed), sum(timed), sum(on_time)"
                        + " from delivery_tally where slot >= ? group by 1, 2, 3",
                row -> {
                    Tallied some = Tallied.of(row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6));
                    partners.merge(row.getString(2), some, Tallied::plus);
                    if (partner == null || partner.equals(row.getString(2))) {
                        done.merge(row.getTimestamp(1).toInstant(), some, Tallied::plus);
                    }
                },
                from);
        Map<Instant, Stock> stock = stock(from, partner);
        return new TallyReport(
                begins.stream()
                        .map(begin -> new TallyHour(begin, done.getOrDefault(begin, Tallied.NONE), stock.get(begin)))
                        .toList(),
                partners,
                jdbc
                        .query(
                                "select counted_until from delivery_tally_end",
                                (row, number) -> row.getTimestamp(1).toInstant())
                        .stream()
                        .findFirst()
                        .orElse(null));
    }

    Map<String, List<Long>> lastDay() {
        List<Instant> begins = begins(24);
        Map<String, List<Long>> found = new HashMap<>();
        jdbc.query(
                "select date_bin('1 hour', slot, 'epoch'), partner, sum(confirmed) from delivery_tally where slot >= ?"
                        + " group by 1, 2",
                row -> {
                    int hour = begins.indexOf(row.getTimestamp(1).toInstant());
                    if (hour >= 0) {
                        found.computeIfAbsent(
                                        row.getString(2),
                                        partner -> new ArrayList<>(java.util.Collections.nCopies(begins.size(), 0L)))
                                .set(hour, row.getLong(3));
                    }
                },
                Timestamp.from(begins.getFirst()));
        return found;
    }

    private Map<Instant, Stock> stock(Timestamp from, @Nullable String partner) {
        Map<Instant, Stock> found = new HashMap<>();
        jdbc.query(
                "select date_bin('1 hour', slot, 'epoch'), max(waiting), max(person), max(oldest) from (select slot,"
                        + " sum(waiting) as waiting, sum(person) as person, max(oldest_seconds) as oldest"
                        + " from delivery_stock_tally where slot >= ? and (?::text is null or partner in ('', ?))"
                        + " group by slot) as slots group by 1",
                row -> {
                    found.put(
                            row.getTimestamp(1).toInstant(),
                            new Stock(row.getLong(2), row.getLong(3), Duration.ofSeconds(row.getLong(4))));
                },
                from,
                partner,
                partner);
        return found;
    }

    private List<Instant> begins(int hours) {
        return jdbc.query(
                "select now - n * interval '1 hour' from date_bin('1 hour', clock_timestamp(), 'epoch') as now,"
                        + " generate_series(0, ? - 1) as n order by 1",
                (row, number) -> row.getTimestamp(1).toInstant(),
                hours);
    }

    /** The slots to count now, up to where they are counted for good, and whether more wait. */
    private record Span(Timestamp first, Timestamp beyond, Timestamp settled, boolean more) {}
}
