package vn.lienthong.delivery;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.workitem.WorkItems;

/** Opens the queue for tests that run without the application; nothing is sent. */
public final class TestDeliveries {
    private TestDeliveries() {}

    /** The queue of this database. */
    public static Deliveries on(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Partners partners,
            WorkItems workItems,
            GatewayClock clock) {
        LaneRepository lanes = new LaneRepository(jdbc);
        return new Deliveries(
                new EnqueueRepository(jdbc, lanes),
                new DeliveryRepository(jdbc),
                new OutcomeRepository(jdbc, clock),
                partners,
                new Wakeup(),
                new Findings(workItems),
                lanes,
                transaction);
    }
}
