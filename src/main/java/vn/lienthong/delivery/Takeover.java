package vn.lienthong.delivery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partners;

/**
 * Finds deliveries whose sender is gone and puts them in doubt: it may have died before, while or after the partner took
 * them, so the partner is asked. A node is gone when its advisory lock is free; one that is only stopped keeps it, and its
 * deliveries wait for the end of their lease.
 */
@Repository
class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Partners partners;
    private final GatewayClock clock;
    private final Node node;

    Takeover(JdbcTemplate jdbc, TransactionTemplate transaction, Partners partners, GatewayClock clock, Node node) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.partners = partners;
        this.clock = clock;
        this.node = node;
    }

    /** Looks for dead nodes and ended leases. Safe to die in: each takeover is one statement. */
    @Scheduled(fixedDelay = 1000)
    void sweep() {
        List<Integer> others = jdbc.queryForList(
                "select distinct lease_node from delivery where lease_node is not null and lease_node <> ?",
                Integer.class,
                node.id());
        others.forEach(this::takeOverIfGone);
        partners.all()
                .keySet()
                .forEach(partner ->
                        report(doubt(partner, "lease_until < clock_timestamp()"), "hết hạn giữ", "of an ended lease"));
    }

    private void takeOverIfGone(int other) {
        transaction.executeWithoutResult(status -> {
            Boolean gone = jdbc.queryForObject(
                    "select pg_try_advisory_xact_lock(?, ?)", Boolean.class, Node.LOCK_SPACE, other);
            if (Boolean.TRUE.equals(gone)) {
                int taken = partners.all().keySet().stream()
                        .mapToInt(partner -> doubt(partner, "lease_node = " + other))
                        .sum();
                jdbc.update(
                        "update delivery set lease_token = null, lease_node = null, lease_until = null"
                                + " where state = 'UNCERTAIN' and lease_node = ?",
                        other);
                report(taken, "của nút " + other + " đã dừng", "of node " + other + ", which is gone,");
            }
        });
    }

    private int doubt(String partner, String which) {
        String offset = clock.offset().toMillis() + " milliseconds";
        String settle = partners.get(partner).settle().toMillis() + " milliseconds";
        return jdbc.update("""
                update delivery set state = 'UNCERTAIN', reason = 'INTERRUPTED', maybe_sent = true,
                    uncertain_since = clock_timestamp() + ?::interval,
                    due_at = clock_timestamp() + ?::interval + ?::interval,
                    lease_token = null, lease_node = null, lease_until = null, changed_at = clock_timestamp()
                where id in (select id from delivery where lease_node is not null and state = 'SENDING' and partner = ?
                    and %s order by id for update skip locked)
                """.formatted(which), offset, offset, settle, partner);
    }

    private static void report(int taken, String vi, String en) {
        if (taken > 0) {
            LOG.warn(
                    "Tiếp quản {} việc gửi dở {}; sẽ hỏi lại bên nhận / took over {} unfinished deliveries {} and will ask"
                            + " the partner",
                    taken,
                    vi,
                    taken,
                    en);
        }
    }
}
