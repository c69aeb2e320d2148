package vn.lienthong.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Closes the intake before the disk is full: what was taken in needs room for its deliveries, answers and evidence too.
 * Knows the disk of the data folder, which is the embedded database's; a server of your own must be watched there.
 */
@Component
class DiskWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final LongSupplier free;
    private final long least;
    private volatile boolean low;

    @Autowired
    DiskWatch(@Value("${lienthong.data}") Path data, IntakeProperties settings, MeterRegistry registry) {
        this(() -> data.toFile().getUsableSpace(), settings.leastDisk().toBytes());
        Gauge.builder("lienthong.disk.free", free::getAsLong)
                .description("Free space on the disk of the data folder")
                .baseUnit("bytes")
                .register(registry);
    }

    DiskWatch(LongSupplier free, long least) {
        this.free = free;
        this.least = least;
    }

    /** Whether there is too little room to take anything in. */
    boolean isLow() {
        return low;
    }

    /** What a caller is told then: 503 {@code DISK-LOW}. */
    static ProblemException refusal() {
        return new ProblemException(
                Problem.of(
                        503,
                        "DISK-LOW",
                        "Máy chủ sắp hết dung lượng đĩa nên tạm ngừng nhận; hãy gửi lại sau.",
                        "The server is running out of disk space and takes nothing in for now; come again later."),
                RETRY_AFTER);
    }

    /** Looks at the disk; says so once when it becomes low and once when there is room again. */
    @Scheduled(fixedDelay = 5_000)
    void look() {
        long left = free.getAsLong();
        boolean before = low;
        low = left < least;
        if (low && !before) {
            LOG.error(
                    "Đĩa chỉ còn {} MB, tạm ngừng nhận hồ sơ mới; hãy giải phóng dung lượng, cổng sẽ tự nhận lại / only {}"
                            + " MB of disk left, nothing new is taken in; free some space and intake opens by itself",
                    left >> 20,
                    left >> 20);
        } else if (before && !low) {
            LOG.warn("Đĩa đã đủ chỗ, nhận hồ sơ trở lại / enough disk space again, intake is open");
        }
    }
}
