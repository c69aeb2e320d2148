package vn.lienthong.delivery;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
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

    /** What takes acknowledgements on this database; nobody is told of them but people. */
    public static Acknowledgements acknowledgements(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Partners partners,
            WorkItems workItems,
            GatewayClock clock) {
        return new Acknowledgements(
                new AcknowledgementRepository(jdbc, clock),
                new DeliveryRepository(jdbc),
                new LaneRepository(jdbc),
                new OutcomeRepository(jdbc, clock),
                new Findings(workItems),
                new Announcements(new StaticListableBeanFactory().getBeanProvider(DeliveryListener.class), partners),
                new Wakeup(),
                transaction);
    }
}
