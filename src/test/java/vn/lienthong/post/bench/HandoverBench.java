package vn.lienthong.post.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.post.handover.HandoverWorld;
import vn.lienthong.post.handover.MadeUpManifest;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/**
 * A manifest of 5,000 dossiers from its bytes to the committed answer, the deliveries to the portal queued:
 * {@code -Ditems=5000 -Drounds=5}.
 */
class HandoverBench {
    private static final double GOAL_SECONDS = 10;

    private final int items = Integer.getInteger("items", 5000);
    private final int rounds = Integer.getInteger("rounds", 5);

    @Test
    @DisplayName("Bản kê 5.000 hồ sơ được trả lời trong 10 giây")
    void answersALargeManifest() {
        try (HandoverWorld world = new HandoverWorld(TestDatabase.fresh())) {
            Report.begin("Manifests of %,d items".formatted(items));
            double worst = 0;
            for (int round = 1; round <= rounds; round++) {
                MadeUpManifest manifest = new MadeUpManifest();
                for (int i = 0; i < items; i++) {
                    manifest.with(MadeUp.number());
                }
                int size = manifest.json().length();
                double first = seconds(() -> world.take(manifest));
                double again = seconds(() -> world.take(manifest));
                Report.say(
                        "round %d: %,d bytes, first %.2f s (%.0f items a second), the same again %.2f s",
                        round, size, first, items / first, again);
                worst = Math.max(worst, first);
            }
            assertThat(worst).as("seconds").isLessThanOrEqualTo(GOAL_SECONDS);
        }
    }

    private static double seconds(Runnable act) {
        long begin = System.nanoTime();
        act.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
