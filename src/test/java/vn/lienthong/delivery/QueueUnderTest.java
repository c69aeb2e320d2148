package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** A queue of any size on a database of its own, for measurements. */
public final class QueueUnderTest implements AutoCloseable {
    private static final int BATCH = 50;
    private static final String COLUMNS =
            "partner, kind, dossier_number, event_id, version, full_state, status, agency, unit_code, due_at, head, legal_due";
    private static final String ROW = " 'portal', 'dossier', ? || i, gen_random_uuid(), 1, true, 'ACCEPTED',"
            + " 'H15.' || (i % 150), 'H15', clock_timestamp(), true, clock_timestamp() + (i % 100000) * interval '1 s'";

    private final TestDatabase database = TestDatabase.fresh();
    private final DeliveryWorld world = node();
    private final List<DeliveryWorld> others = new ArrayList<>();
    private int filled;

    /** Adds a node on the same database. */
    public QueueUnderTest withAnotherNode() {
        others.add(node());
        return this;
    }

    private DeliveryWorld node() {
        return DeliveryWorld.durable(database, TestPartners.of("portal.batch=" + BATCH));
    }

    /** Adds deliveries that have ended, in the history, and what we know of the partner's holding. */
    public QueueUnderTest withEnded(int rows) {
        world.jdbc()
                .update(
                        "insert into delivery_finished (id, state, attempts, faults, maybe_sent, alone, created_at, changed_at, "
                                + COLUMNS + ") select -i, 'CONFIRMED', 1, 0, false, false, clock_timestamp(),"
                                + " clock_timestamp()," + ROW + " from generate_series(1, ?) i",
                        "ended-",
                        rows);
        world.jdbc()
                .update(
                        "insert into delivery_holding (partner, dossier_number) select 'portal', 'ended-' || i"
                                + " from generate_series(1, ?) i",
                        rows);
        return settled();
    }

    /** Adds deliveries that wait and stay behind those to be measured. */
    public QueueUnderTest withWaiting(int rows) {
        fill("waiting-", rows);
        return settled();
    }

    /** Claims and confirms this many batches; deliveries a second. */
    public double run(int calls) {
        fill("run" + filled++ + "-", calls * BATCH);
        world.jdbc().execute("vacuum analyze delivery");
        long sent = 0;
        long from = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            sent += world.send(STATE, new DeliveryOutcome.Confirmed("0")).size();
        }
        return sent / ((System.nanoTime() - from) / 1e9);
    }

    /**
     * Claims and confirms this many batches by so many threads shared among all nodes.
     *
     * @return deliveries a second; fails when one was claimed twice or left out
     */
    public double run(int calls, int threads) {
        fill("run" + filled++ + "-", calls * BATCH);
        world.jdbc().execute("vacuum analyze delivery");
        List<DeliveryWorld> nodes = new ArrayList<>(others);
        nodes.add(world);
        Queue<Long> sent = new ConcurrentLinkedQueue<>();
        long from = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                DeliveryWorld node = nodes.get(i % nodes.size());
                senders.execute(() -> {
                    while (sent.size() < calls * BATCH) {
                        sent.addAll(node.send(STATE, new DeliveryOutcome.Confirmed("0")));
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        assertThat(sent).hasSize(calls * BATCH).doesNotHaveDuplicates();
        return sent.size() / seconds;
    }

    private void fill(String prefix, int rows) {
        world.jdbc()
                .update(
                        "insert into delivery (" + COLUMNS + ") select" + ROW + " from generate_series(1, ?) i",
                        prefix,
                        rows);
    }

    private QueueUnderTest settled() {
        for (String table : new String[] {"delivery", "delivery_finished", "delivery_holding"}) {
            world.jdbc().execute("vacuum analyze " + table);
        }
        return this;
    }

    @Override
    public void close() {
        others.forEach(DeliveryWorld::close);
        world.close();
    }
}
