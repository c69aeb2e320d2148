package vn.lienthong.delivery;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/**
 * Keeps the table {@code delivery} small: what was called off or marked by hand moves to {@code delivery_finished}, where
 * what partners confirm goes at once; a month to a part, and whole months go once their time is over. So claims cost the
 * same after ten million deliveries as after the first.
 */
@Repository
class HistoryRepository implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRepository.class);
    private static final List<String> BY_MONTH = List.of("delivery_finished", "delivery_attempt");
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_y'uuuu'm'MM");
    private static final int MONTHS_AHEAD = 3;
    private static final int MOST = 2000;

    private static final String MOVE = """
            with ended as (
                select id from delivery where state in ('CONFIRMED', 'CANCELLED', 'EXPIRED')
                    and changed_at < clock_timestamp() - ?::interval
                order by id limit ? for update skip locked
            ), gone as (
                delete from delivery d using ended where d.id = ended.id returning d.*
            )
            insert into delivery_finished select * from gone
            """;

    private final JdbcTemplate jdbc;
    private final QueueProperties settings;
    private final GatewayClock clock;

    HistoryRepository(JdbcTemplate jdbc, QueueProperties settings, GatewayClock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before the first row comes, which else would rest in the part for all others and keep its month from being made. */
    @Override
    public void afterPropertiesSet() {
        turnMonths();
    }

    /** Moves what has ended; safe to die in and to run on several nodes at once: a row is in one of the tables, never two. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 15_000)
    int move() {
        int moved = 0;
        int last;
        do {
            last = jdbc.update(MOVE, settings.moveAfter().toMillis() + " milliseconds", MOST);
            moved += last;
        } while (last == MOST);
        return moved;
    }

    /** Makes the parts of this month and the next ones, and drops those whose time is over. */
    @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 6 * 3_600_000)
    void turnMonths() {
        YearMonth now = YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
        for (String table : BY_MONTH) {
            List<String> parts = partsOf(table);
            Stream.iterate(now, month -> month.plusMonths(1))
                    .limit(MONTHS_AHEAD)
                    .filter(month -> !parts.contains(table + SUFFIX.format(month)))
                    .forEach(month -> make(table, month));
            parts.stream()
                    .filter(part -> monthOf(table, part).isBefore(now.minusMonths(keptMonths())))
                    .forEach(this::drop);
        }
    }

    /** Two nodes may make the same part at once, and the part for rows of no month may hold some of this one. */
    private void make(String table, YearMonth month) {
        String part = table + SUFFIX.format(month);
        try {
            jdbc.execute("create table if not exists " + part + " partition of " + table + " for values from ('"
                    + month.atDay(1) + "T00:00Z') to ('" + month.plusMonths(1).atDay(1) + "T00:00Z')");
        } catch (DataAccessException already) {
            LOG.info(
                    "The part {} was not made, its rows stay in the part for all others: {}",
                    part,
                    already.getMessage());
        }
    }

    /** Another node may drop it at the same moment; a part that stays is dropped at the next look. */
    private void drop(String part) {
        try {
            jdbc.execute("drop table if exists " + part);
            LOG.info("Đã xoá phần lịch sử gửi hết hạn lưu {} / dropped the part {}, whose time is over", part, part);
        } catch (DataAccessException busy) {
            LOG.warn("The part {} was not dropped and is tried again later: {}", part, busy.getMessage());
        }
    }

    private List<String> partsOf(String table) {
        return jdbc.queryForList(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = ?::regclass and c.relname ~ '_y[0-9]{4}m[0-9]{2}$'",
                String.class, table);
    }

    private static YearMonth monthOf(String table, String part) {
        return YearMonth.parse(part.substring(table.length()), SUFFIX);
    }

    private long keptMonths() {
        return settings.keep().toTotalMonths();
    }
}
