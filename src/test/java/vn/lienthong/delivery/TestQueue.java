package vn.lienthong.delivery;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.testing.TestDatabase;

/** The real queue on a real database for tests of the rooms that use it: one round at a time, waits skipped at will. */
public final class TestQueue implements AutoCloseable {
    private static final int MOST = 50;

    private final DeliveryWorld world;

    /** A node of its own on this database. */
    public TestQueue(TestDatabase database, Partners partners) {
        world = new DeliveryWorld(database, partners);
    }

    /** The room's own face. */
    public Deliveries deliveries() {
        return world.get(Deliveries.class);
    }

    /** Its connections, for rooms beside it. */
    public DataSource connections() {
        return world.pool;
    }

    /** Its clock, which moves what waits in the queue. */
    public SettableClock clock() {
        return world.clock;
    }

    /** What holds partners back. */
    public PartnerFlow flow() {
        return world.get(PartnerFlow.class);
    }

    /** Puts this in as an intake transaction does. */
    public long enqueue(DeliveryRequest request) {
        return world.enqueue(request).getFirst().id();
    }

    /** Puts these in as one intake transaction does. */
    public void enqueue(List<DeliveryRequest> requests) {
        world.enqueue(requests.toArray(DeliveryRequest[]::new));
    }

    /** Gives the route every batch of this kind whose turn and time have come, and writes down what became of it. */
    public int send(String kind, Consumer<DeliveryBatch> route) {
        return round(kind, false, route);
    }

    /** Gives the route that asks everything of this kind that is in doubt and due. */
    public int ask(String kind, Consumer<DeliveryBatch> route) {
        return round(kind, true, route);
    }

    /** The newest state of a delivery. */
    public Delivery delivery(long id) {
        return world.delivery(id);
    }

    /** The attempts and questions of a delivery, oldest first. */
    public List<Attempt> attempts(long id) {
        return deliveries().attempts(List.of(id));
    }

    /** Codes of the open work items about a delivery. */
    public List<String> workItems(long id) {
        return world.jdbc()
                .queryForList("select code from work_item where delivery_id = ? and state = 'OPEN'", String.class, id);
    }

    /** Empties every table of the room. */
    public void clear() {
        world.clear();
    }

    private int round(String kind, boolean asking, Consumer<DeliveryBatch> route) {
        List<DeliveryBatch> batches =
                world.engine().claim(DeliveryWorld.PORTAL, kind, MOST, asking).batches();
        for (DeliveryBatch batch : batches) {
            route.accept(batch);
            world.engine().record(batch, asking, null);
        }
        return batches.size();
    }

    @Override
    public void close() {
        world.close();
    }
}
