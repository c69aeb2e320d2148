package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/**
 * Events of parcels on their usual way, seven each, the last of which returns a dossier and tells the portal:
 * {@code -Dparcels=14000 -Dsize=1000 -Dcallers=2}.
 */
class TrackingBench {
    private static final List<ParcelState> WAY = List.of(
            ParcelState.REGISTERED,
            ParcelState.ACCEPTED,
            ParcelState.COLLECTING,
            ParcelState.COLLECTED,
            ParcelState.IN_TRANSIT,
            ParcelState.DELIVERING,
            ParcelState.DELIVERED);

    private final int parcels = Integer.getInteger("parcels", 14_000);
    private final int size = Integer.getInteger("size", 1000);
    private final int callers = Integer.getInteger("callers", 2);

    @Test
    @DisplayName("Nhận tin định vị: ít nhất 5.000 sự kiện mỗi giây")
    void takesEvents() throws Exception {
        try (TrackingWorld world = new TrackingWorld(TestDatabase.fresh())) {
            List<String> numbers = IntStream.range(0, parcels)
                    .mapToObj(i -> world.parcel(MadeUp.number()))
                    .toList();
            world.dossiers.jdbc.execute("analyze");
            Report.begin("%,d events of %,d parcels".formatted(WAY.size() * parcels, parcels));
            double rate = run(world, numbers);
            Report.say("%.0f events a second, each seventh returns a dossier", rate);
            assertThat(rate).isGreaterThanOrEqualTo(5000);
        }
    }

    private double run(TrackingWorld world, List<String> numbers) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller * parcels / callers;
                int last = (caller + 1) * parcels / callers;
                all.add(pool.submit(() -> tell(world, numbers.subList(first, last))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return WAY.size() * parcels / ((System.nanoTime() - begin) / 1e9);
    }

    private void tell(TrackingWorld world, List<String> numbers) {
        List<ParcelEvent> page = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += size) {
            List<String> some = numbers.subList(from, Math.min(numbers.size(), from + size));
            for (int step = 0; step < WAY.size(); step++) {
                for (String number : some) {
                    page.add(TrackingWorld.event(step + number, number, WAY.get(step), step));
                    if (page.size() == size) {
                        world.push(page.toArray(ParcelEvent[]::new));
                        page.clear();
                    }
                }
            }
        }
        if (!page.isEmpty()) {
            world.push(page.toArray(ParcelEvent[]::new));
        }
    }
}
