package vn.lienthong.delivery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.delivery.TestQueue;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/**
 * What a long outage leaves behind goes out in order, and takes no more memory at its end than at its beginning:
 * {@code -Devents=100000 -Ddossiers=1000}.
 */
class BacklogBench {
    private static final String AGENCY = "H15.24133";
    private static final long MEGABYTE = 1 << 20;

    private final int events = Integer.getInteger("events", 100_000);
    private final int dossiers = Integer.getInteger("dossiers", 1000);
    private final Map<String, Long> last = new HashMap<>();
    private int sent;

    @Test
    @DisplayName("Một trăm nghìn sự kiện tồn đọng đi hết, đúng thứ tự, bộ nhớ không tăng")
    void drainsInOrder_inTheSameMemory() {
        try (TestQueue queue = new TestQueue(TestDatabase.fresh(), TestPartners.of("portal.settle=2s"))) {
            for (int version = 1; version <= events / dossiers; version++) {
                queue.enqueue(toldTogether(version));
            }
            List<Long> used = new ArrayList<>();
            long begin = System.nanoTime();
            int nextLook = events / 10;
            while (queue.send("dossier", this::confirm) > 0) {
                if (sent >= nextLook) {
                    used.add(usedMegabytes());
                    nextLook += events / 10;
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;

            Report.begin("Backlog of %,d events of %,d dossiers".formatted(events, dossiers));
            Report.say("%.0f deliveries a second, one thread; heap after each tenth, MB: %s", sent / seconds, used);
            assertThat(sent).isEqualTo(events / dossiers * dossiers);
            assertThat(used.getLast()).isLessThan(used.getFirst() + 20);
        }
    }

    private List<DeliveryRequest> toldTogether(int version) {
        // neighbours differ in status, so that none replaces the other
        String status = version % 2 == 0 ? "IN_PROGRESS" : "SUPPLEMENT_REQUESTED";
        return IntStream.range(0, dossiers)
                .mapToObj(n -> new DeliveryRequest(
                        "dossier",
                        AGENCY + "-261121-" + (10_000 + n),
                        Ids.next(),
                        version,
                        true,
                        status,
                        AGENCY,
                        AGENCY,
                        version == 1,
                        null))
                .toList();
    }

    private void confirm(DeliveryBatch batch) {
        batch.items().forEach(item -> {
            Long before = last.put(item.dossierNumber(), item.id());
            assertThat(item.id()).isGreaterThan(before == null ? 0 : before);
            sent++;
        });
        batch.noteRest(new DeliveryOutcome.Confirmed());
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
