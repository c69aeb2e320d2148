package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;
import static vn.lienthong.delivery.DeliveryWorld.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** Two nodes with several threads each, while events keep coming in. */
class ManyClaimersTest {
    private static final int DOSSIERS = 40;
    private static final int VERSIONS = 12;

    private final Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
    private final Map<String, AtomicBoolean> busy = new ConcurrentHashMap<>();

    @Test
    void keepTheOrderOfEveryDossierAndLoseNothing() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Partners partners = TestPartners.of("portal.coalesce=none");
        try (DeliveryWorld one = new DeliveryWorld(database, partners);
                DeliveryWorld other = new DeliveryWorld(database, partners);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            AtomicBoolean telling = new AtomicBoolean(true);
            List<Callable<Integer>> work = new ArrayList<>();
            for (DeliveryWorld node : List.of(one, other)) {
                for (String kind : List.of(STATE, STATE, STEP, STEP)) {
                    work.add(() -> send(node, kind, telling));
                }
            }
            List<Future<Integer>> sent = work.stream().map(threads::submit).toList();
            tell(one);
            telling.set(false);
            int total = 0;
            for (Future<Integer> part : sent) {
                total += part.get();
            }
            assertThat(total).isEqualTo(DOSSIERS * VERSIONS);
            assertThat(one.get(LaneRepository.class).repair()).isZero();
        }
        List<Integer> inOrder = IntStream.rangeClosed(1, VERSIONS).boxed().toList();
        assertThat(seen)
                .hasSize(DOSSIERS)
                .allSatisfy((dossier, versions) -> assertThat(versions).isEqualTo(inOrder));
    }

    /** Each dossier begins with a state; then states and steps by chance. */
    private static void tell(DeliveryWorld node) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int version = 1; version <= VERSIONS; version++) {
            for (int group = 0; group < DOSSIERS; group += 10) {
                int of = version;
                int from = group;
                node.enqueue(IntStream.range(from, from + 10)
                        .mapToObj(dossier -> request(
                                of == 1 || random.nextInt(3) == 0 ? STATE : STEP,
                                "H15.24133-261121-" + (1000 + dossier),
                                of,
                                "IN_PROGRESS"))
                        .toArray(DeliveryRequest[]::new));
            }
        }
    }

    private int send(DeliveryWorld node, String kind, AtomicBoolean telling) {
        int sent = 0;
        while (true) {
            boolean last = !telling.get();
            List<DeliveryBatch> batches = node.claim(kind);
            for (DeliveryBatch batch : batches) {
                for (ClaimedDelivery item : batch.items()) {
                    sent++;
                    see(node, item);
                }
                batch.noteRest(new Confirmed());
                batch.items().forEach(item -> busy.get(item.dossierNumber()).set(false));
                node.engine().record(batch, false, null);
            }
            if (last && batches.isEmpty() && open(node) == 0) {
                return sent;
            }
        }
    }

    private void see(DeliveryWorld node, ClaimedDelivery item) {
        boolean alone = busy.computeIfAbsent(item.dossierNumber(), key -> new AtomicBoolean())
                .compareAndSet(false, true);
        assertThat(alone)
                .as("nothing else of %s is on its way", item.dossierNumber())
                .isTrue();
        seen.computeIfAbsent(item.dossierNumber(), key -> new ArrayList<>())
                .add(node.delivery(item.id()).version());
    }

    private static int open(DeliveryWorld node) {
        return node.jdbc()
                .queryForObject("select count(*) from delivery where state in ('READY', 'SENDING')", Integer.class);
    }
}
