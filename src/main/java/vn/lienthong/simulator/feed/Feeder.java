package vn.lienthong.simulator.feed;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends every sample once per database. The base day is remembered before the first call and each event has its own
 * idempotency key, so that a feed broken off anywhere is simply repeated. A database that was fed from another data
 * folder is recognised by its first sample dossier.
 */
final class Feeder {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    /** How many days back another folder's feed is looked for. */
    private static final int LOOK_BACK = 45;

    private final List<Sample> samples;
    private final FeedMemory memory;
    private final GatewayDoor door;
    private final Pauses pauses;

    Feeder(List<Sample> samples, FeedMemory memory, GatewayDoor door, Pauses pauses) {
        this.samples = samples;
        this.memory = memory;
        this.door = door;
        this.pauses = pauses;
    }

    /** Feeds what this database lacks; ends early, to go on at the next start, when it is stopped. */
    void run(LocalDate today) throws InterruptedException {
        if (samples.isEmpty()) {
            return;
        }
        try {
            LocalDate base = baseDay(today);
            if (base == null) {
                return;
            }
            FeedCount count = feed(new FeedDays(base));
            memory.write(new FeedMark(base, true));
            LOG.info(
                    "Đã nạp {} hồ sơ mẫu: {} sự kiện được nhận, {} bị từ chối / {} sample dossiers fed: {} events taken, {} refused",
                    samples.size(),
                    count.taken,
                    count.refused,
                    samples.size(),
                    count.taken,
                    count.refused);
        } catch (Stopped earlier) {
            LOG.info(
                    "Tạm dừng nạp hồ sơ mẫu, sẽ nạp tiếp ở lần chạy sau / Sample feed interrupted, goes on at the next start");
        }
    }

    /** The day to count from, remembered by now; null where all is done. */
    private @Nullable LocalDate baseDay(LocalDate today) throws InterruptedException, Stopped {
        Optional<FeedMark> mark = memory.read();
        if (mark.isPresent() && !mark.get().done()) {
            return mark.get().baseDay();
        }
        if (mark.isPresent() && isFed(mark.get().baseDay())) {
            return null;
        }
        LocalDate base = fedBefore(today).orElse(today);
        memory.write(new FeedMark(base, false));
        return base;
    }

    private Optional<LocalDate> fedBefore(LocalDate today) throws InterruptedException, Stopped {
        for (int back = 0; back <= LOOK_BACK; back++) {
            LocalDate day = today.minusDays(back);
            boolean sameAsFriday = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!sameAsFriday && isFed(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private boolean isFed(LocalDate base) throws InterruptedException, Stopped {
        Sample.Script first = samples.getFirst().script(new FeedDays(base));
        return answer(() -> door.get(first.client(), first.address())).statusCode() != 404;
    }

    private FeedCount feed(FeedDays days) throws InterruptedException, Stopped {
        FeedCount count = new FeedCount();
        for (Sample sample : samples) {
            for (FeedEvent event : sample.script(days).events()) {
                HttpResponse<String> answer = answer(() -> door.send(event));
                if (answer.statusCode() == 202 || answer.statusCode() == 409) {
                    count.taken++;
                } else {
                    count.refused++;
                    LOG.warn(
                            "Hồ sơ mẫu {} bị từ chối, bỏ qua phần còn lại / sample {} refused, its rest is left out: {} {}",
                            sample.file(),
                            sample.file(),
                            answer.statusCode(),
                            answer.body());
                    break;
                }
            }
        }
        return count;
    }

    /** Repeats a call until the gateway gives an answer about its content. */
    private HttpResponse<String> answer(Call call) throws InterruptedException, Stopped {
        for (int failed = 1; pauses.goOn(); failed++) {
            Duration asked = Duration.ZERO;
            String why;
            try {
                HttpResponse<String> answer = call.send();
                if (isAboutContent(answer.statusCode())) {
                    return answer;
                }
                why = "HTTP " + answer.statusCode();
                asked = retryAfter(answer);
            } catch (IOException unreached) {
                why = unreached.toString();
            }
            if (failed % 10 == 0) {
                LOG.warn("Chưa nạp được hồ sơ mẫu, đang thử lại / sample feed still waits for the gateway: {}", why);
            }
            if (!pauses.after(failed, asked)) {
                break;
            }
        }
        throw new Stopped();
    }

    /** Success or a refusal of this call; everything else (sign-in, throttling, faults) may pass by itself. */
    private static boolean isAboutContent(int status) {
        return switch (status) {
            case 200, 202, 400, 403, 404, 405, 409, 413, 415, 422 -> true;
            default -> false;
        };
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                .map(seconds -> Duration.ofSeconds(Math.min(60, Long.parseLong(seconds))))
                .orElse(Duration.ZERO);
    }

    @FunctionalInterface
    private interface Call {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static final class FeedCount {
        private int taken;
        private int refused;
    }

    /** The process ends; not an error. */
    private static final class Stopped extends Exception {
        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
