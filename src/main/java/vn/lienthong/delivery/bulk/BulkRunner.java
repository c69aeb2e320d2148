package vn.lienthong.delivery.bulk;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.OperatorActs;
import vn.lienthong.delivery.QueueProperties;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/**
 * Works through bulk actions, the oldest action and in it the oldest delivery first, a slice each second on one node at a
 * time. Each delivery and its result commit together, so that a crash repeats nothing and leaves nothing out.
 */
@Repository
public class BulkRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);
    private static final int LOCK = 7244;
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final BulkRepository rows;
    private final OperatorActs acts;
    private final QueueProperties settings;
    private final GatewayClock clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate slice;
    private final TransactionTemplate each;

    BulkRunner(
            BulkRepository rows,
            OperatorActs acts,
            QueueProperties settings,
            GatewayClock clock,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.slice = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One second's share of the work; the lock ends with this transaction, also when the process dies. */
    @Scheduled(fixedRate = 1000)
    public void run() {
        if (rows.oldestRunning().isPresent()) {
            slice.executeWithoutResult(status -> {
                if (Boolean.TRUE.equals(
                        jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK))) {
                    work();
                }
            });
        }
    }

    private void work() {
        long end = clock.monotonicNanos() + SLICE.toNanos();
        int left = settings.bulkPerSecond();
        while (left > 0 && clock.monotonicNanos() - end < 0) {
            Optional<BulkAction> action = rows.oldestRunning();
            if (action.isEmpty()) {
                return;
            }
            while (left > 0 && clock.monotonicNanos() - end < 0 && one(action.get())) {
                left--;
            }
            each.executeWithoutResult(status -> rows.endIfThrough(action.get().id()));
        }
    }

    /** Deals with the next delivery of the action; false when none is left. */
    private boolean one(BulkAction action) {
        long[] delivery = new long[1];
        try {
            return Boolean.TRUE.equals(each.execute(status -> {
                Optional<Long> next = rows.next(action.id());
                if (next.isEmpty()) {
                    return false;
                }
                delivery[0] = next.get();
                acts.perform(action.act(), next.get(), action.who(), action.reason(), action.evidence());
                rows.note(action.id(), next.get(), BulkAction.Outcome.DONE, null);
                return true;
            }));
        } catch (ProblemException refused) {
            note(action, delivery[0], refused.problem().code());
        } catch (DataIntegrityViolationException defect) {
            fail(action, delivery[0], defect); // tried again it would hold up all others for ever
        } catch (DataAccessException | TransactionException away) {
            throw away; // whether it was done is seen at the next look
        } catch (RuntimeException defect) {
            fail(action, delivery[0], defect);
        }
        return true;
    }

    private void fail(BulkAction action, long delivery, RuntimeException defect) {
        LOG.error(
                "Lệnh hàng loạt {} lỗi ở việc gửi {} / bulk action {} fails on delivery {}",
                action.id(),
                delivery,
                action.id(),
                delivery,
                defect);
        note(action, delivery, "INTERNAL");
    }

    private void note(BulkAction action, long delivery, String code) {
        each.executeWithoutResult(status -> rows.note(action.id(), delivery, BulkAction.Outcome.REFUSED, code));
    }
}
