package vn.lienthong.evidence.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.evidence.SampleContainers;
import vn.lienthong.evidence.verify.ContainerCheck;
import vn.lienthong.evidence.verify.Seals;
import vn.lienthong.evidence.verify.TreeCheck;
import vn.lienthong.signing.TestSigning;

/** How many containers of 2 KB one thread checks in a second: {@code -Dcontainers=400 -Drounds=5}. */
class VerifyBench {
    private final int containers = Integer.getInteger("containers", 400);
    private final int rounds = Integer.getInteger("rounds", 5);

    @Test
    @DisplayName("Kiểm tra gói bằng chứng")
    void checksContainers() {
        for (int perCheckpoint : new int[] {20, 1}) {
            List<byte[]> made = SampleContainers.many(perCheckpoint == 1 ? containers / 4 : containers, perCheckpoint);
            for (int round = 1; round <= rounds; round++) {
                long begin = System.nanoTime();
                long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                ContainerCheck check =
                        new ContainerCheck(new Seals(TestSigning.offline()), List.of(), java.time.Instant.now());
                TreeCheck trees = new TreeCheck();
                made.forEach(container -> {
                    var report = check.check("x", container);
                    assertThat(report.passed()).isTrue();
                    trees.add(report);
                });
                assertThat(trees.passed()).isTrue();
                double seconds = (System.nanoTime() - begin) / 1e9;
                double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
                System.out.printf(
                        "verify, %d containers to a checkpoint, round %d%s: %.0f/s, %.0f for each second of processor%n",
                        perCheckpoint, round, round == 1 ? " (cold)" : "", made.size() / seconds, made.size() / busy);
            }
        }
    }
}
