package vn.lienthong.inbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** Removes what was acknowledged long ago, and what nobody fetched for very long. Safe on several nodes at once. */
@Repository("inboxRetentionRepository") // evidence has one of this name, too
class RetentionRepository {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionRepository.class);
    private static final int AT_A_TIME = 2000;

    /** The item goes with its last entry. */
    private static final String ACKNOWLEDGED = """
            with gone as (
                delete from inbox_entry e using (
                    select address, position from inbox_entry
                    where acknowledged_at < clock_timestamp() + ?::interval - ?::interval
                    order by acknowledged_at limit ? for update skip locked) old
                where e.address = old.address and e.position = old.position
                returning e.address, e.position
            ), bare as (
                delete from inbox_item i using (select position from gone group by position) g
                where i.position = g.position and not exists (select from inbox_entry e
                    where e.address = any(i.addresses) and e.position = i.position
                    and not exists (select from gone where gone.address = e.address and gone.position = e.position))
            )
            select count(*) from gone
            """;

    /** Positions rise with time: the oldest stand first, so that a look costs the same when nothing is old. */
    private static final String UNFETCHED = """
            with old as (
                delete from inbox_item i using (select position, placed_at from inbox_item order by position limit ?) o
                where i.position = o.position and o.placed_at < clock_timestamp() + ?::interval - ?::interval
                returning i.position, i.addresses
            ), unread as (
                delete from inbox_entry e using old
                where e.address = any(old.addresses) and e.position = old.position
                returning e.acknowledged_at
            )
            select count(*) from unread
            """;

    private final JdbcTemplate jdbc;
    private final InboxProperties settings;
    private final GatewayClock clock;

    RetentionRepository(JdbcTemplate jdbc, InboxProperties settings, GatewayClock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 600_000)
    void sweep() {
        while (removed(ACKNOWLEDGED, text(clock.offset()), text(settings.keep()), AT_A_TIME) == AT_A_TIME) {
            LOG.debug("More acknowledged items are to be removed");
        }
        int unread = 0;
        int last;
        do {
            last = removed(UNFETCHED, AT_A_TIME, text(clock.offset()), text(settings.keepWaiting()));
            unread += last;
        } while (last > 0);
        if (unread > 0) {
            LOG.warn(
                    "Đã xoá {} mục trong hộp thư quá {} ngày / removed {} inbox items older than {} days",
                    unread,
                    settings.keepWaiting().toDays(),
                    unread,
                    settings.keepWaiting().toDays());
        }
    }

    private int removed(String statement, Object... values) {
        Integer count = jdbc.queryForObject(statement, Integer.class, values);
        return count == null ? 0 : count;
    }

    private static String text(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
