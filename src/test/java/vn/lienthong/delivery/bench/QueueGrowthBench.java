package vn.lienthong.delivery.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.delivery.QueueUnderTest;

/**
 * How fast deliveries are claimed and confirmed while ten thousand or ten million others wait or have ended; the queues in
 * turn, on one server. {@code -Drows=10000000 -Drounds=5 -Dcalls=400} sets the size; a call claims and confirms up to 50.
 */
class QueueGrowthBench {
    private final int rows = Integer.getInteger("rows", 10_000_000);
    private final int rounds = Integer.getInteger("rounds", 5);
    private final int calls = Integer.getInteger("calls", 400);

    @Test
    @DisplayName("Hàng đợi lớn và nhỏ")
    void claimsAsFastFromALargeQueueAsFromASmallOne() {
        Map<String, QueueUnderTest> queues = new LinkedHashMap<>();
        queues.put("10 thousand ended", new QueueUnderTest().withEnded(10_000));
        queues.put("%,d ended".formatted(rows), new QueueUnderTest().withEnded(rows));
        queues.put("10 thousand more waiting", new QueueUnderTest().withWaiting(10_000));
        queues.put("%,d more waiting".formatted(rows), new QueueUnderTest().withWaiting(rows));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        queues.forEach((name, queue) -> {
            queue.run(calls / 2);
            rates.put(name, new ArrayList<>());
        });
        for (int round = 0; round < rounds; round++) {
            queues.forEach((name, queue) -> rates.get(name).add(queue.run(calls)));
        }
        Report.begin("Claim and confirm, 50 at a time, one thread, " + rounds + " rounds in turn");
        Report.say("| queue | deliveries a second, min / median / max |");
        Report.say("|---|---|");
        rates.forEach((name, figures) -> Report.say("| %s | %s |", name, Report.spread(figures, "%.0f")));
        List<List<Double>> all = List.copyOf(rates.values());
        Report.say(
                "ratio large to small, by medians: ended %.2f, waiting %.2f",
                Report.median(all.get(1)) / Report.median(all.get(0)),
                Report.median(all.get(3)) / Report.median(all.get(2)));
        queues.values().forEach(QueueUnderTest::close);
    }
}
