package vn.lienthong.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/** Runs checkups side by side. None is waited for longer than it says, and none can spoil another. */
final class Examination {
    private final GatewayClock clock;

    Examination(GatewayClock clock) {
        this.clock = clock;
    }

    List<Examined> run(List<Checkup> checkups) throws InterruptedException {
        // platform threads: virtual ones that load classes from the packed jar can hold every carrier and wait for one
        // another
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        try {
            long begun = clock.monotonicNanos();
            List<Future<Examined>> running = checkups.stream()
                    .map(each -> threads.submit(() -> look(each)))
                    .toList();
            List<Examined> all = new ArrayList<>();
            for (int n = 0; n < checkups.size(); n++) {
                all.add(wait(checkups.get(n), running.get(n), begun));
            }
            return all;
        } finally {
            threads.shutdownNow(); // who still hangs is left behind
        }
    }

    private Examined look(Checkup checkup) {
        long begun = clock.monotonicNanos();
        List<Diagnosis> found;
        try {
            found = checkup.examine();
        } catch (Exception failure) {
            found = List.of(failed(failure));
        }
        return new Examined(checkup.id(), checkup.title(), millisSince(begun), found);
    }

    private Examined wait(Checkup checkup, Future<Examined> running, long begun) throws InterruptedException {
        Duration longest = checkup.longest();
        long left = longest.toNanos() - (clock.monotonicNanos() - begun);
        try {
            return running.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            running.cancel(true);
            return new Examined(checkup.id(), checkup.title(), millisSince(begun), List.of(tooSlow(longest)));
        } catch (ExecutionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            return new Examined(checkup.id(), checkup.title(), millisSince(begun), List.of(failed(cause)));
        }
    }

    private long millisSince(long begun) {
        return Duration.ofNanos(clock.monotonicNanos() - begun).toMillis();
    }

    private static Diagnosis tooSlow(Duration longest) {
        return Diagnosis.error(
                "CHECK-TOO-SLOW",
                new Bilingual(
                        "Không xong trong " + longest.toSeconds() + " giây.",
                        "Not done within " + longest.toSeconds() + " seconds."),
                new Bilingual("Kiểm tra mạng và máy chủ bên kia.", "Check the network and the other side."));
    }

    private static Diagnosis failed(Throwable failure) {
        return Diagnosis.error(
                "CHECK-FAILED",
                new Bilingual("Không kiểm tra được: " + failure, "Could not be examined: " + failure),
                new Bilingual(
                        "Kiểm tra quyền của người dùng đang chạy lệnh; nếu không rõ, gửi dòng này cho nhà phát triển.",
                        "Check the rights of the user who runs this; if unclear, send this line to the developers."));
    }
}
