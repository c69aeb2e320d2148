package vn.lienthong.simulator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Plays many one-stop systems at once: made-up events of many dossiers, each dossier's in order, to a sandbox alone. */
public final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI gateway;
    private final GatewayClock clock;
    private final LoadPlan plan;
    private final AtomicInteger left;
    private final long[] nanos;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong heldBack = new AtomicLong();
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final CountDownLatch never = new CountDownLatch(1);

    private Load(URI gateway, int events, GatewayClock clock) {
        this.gateway = gateway;
        this.clock = clock;
        List<Sample> samples = new SampleFiles(SchemaFiles.packed()).all();
        this.plan =
                new LoadPlan(samples, new FeedDays(clock.today()), clock.now().getEpochSecond());
        this.left = new AtomicInteger(events);
        this.nanos = new long[events];
    }

    /** Sends so many events by so many callers at a time; refuses a gateway that is no sandbox. */
    public static LoadReport run(URI gateway, int events, int callers, GatewayClock clock) throws InterruptedException {
        refuseAllButSandboxes(gateway);
        return new Load(gateway, events, clock).run(callers);
    }

    /** Made-up people must never stand among real ones. */
    private static void refuseAllButSandboxes(URI gateway) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            HttpResponse<String> about = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/about"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            if (about.statusCode() != 200
                    || !JSON.readTree(about.body()).path("sandbox").asBoolean(false)) {
                throw new StartRefused(
                        gateway + " không phải trục thử nghiệm (sandbox): không gửi gì",
                        gateway + " is no sandbox gateway: nothing was sent");
            }
        } catch (IOException unreached) {
            throw new StartRefused(
                    "Không gọi được " + gateway + ": hãy khởi động trục hoặc sửa --url",
                    gateway + " cannot be called (" + unreached + "): start the gateway or correct --url");
        }
    }

    private LoadReport run(int callers) throws InterruptedException {
        long begun = clock.monotonicNanos();
        // platform threads: virtual ones that load classes from the packed jar can hold every carrier and wait for one
        // another
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        try (GatewayDoor door = new GatewayDoor(gateway, "sandbox-")) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> {
                    call(door);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            threads.shutdownNow();
        }
        Duration took = Duration.ofNanos(clock.monotonicNanos() - begun);
        return new LoadReport(
                accepted.get(),
                Map.copyOf(refusals),
                heldBack.get(),
                took,
                java.util.Arrays.copyOf(nanos, answered.get()));
    }

    /** One dossier after the other, until all events are sent. What follows a refused event would be refused too. */
    private void call(GatewayDoor door) throws InterruptedException {
        while (left.get() > 0) {
            for (FeedEvent event : plan.next().events()) {
                if (left.getAndDecrement() <= 0 || !taken(door, event)) {
                    break;
                }
            }
        }
    }

    private boolean taken(GatewayDoor door, FeedEvent event) throws InterruptedException {
        long first = clock.monotonicNanos();
        while (true) {
            String why;
            Duration pause = Duration.ofMillis(500);
            try {
                long begun = clock.monotonicNanos();
                HttpResponse<String> answer = door.send(event);
                if (!comesAgain(answer.statusCode())) {
                    nanos[answered.getAndIncrement()] = clock.monotonicNanos() - begun;
                    return noted(answer);
                }
                why = "HTTP " + answer.statusCode();
                pause = answer.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(pause);
            } catch (IOException unanswered) {
                why = unanswered.getClass().getSimpleName();
            }
            heldBack.incrementAndGet();
            if (clock.monotonicNanos() - first + pause.toNanos() > PATIENCE.toNanos()) {
                refusals.merge(why, 1, Integer::sum);
                return false;
            }
            boolean end = never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (end) {
                return false;
            }
        }
    }

    private boolean noted(HttpResponse<String> answer) {
        if (answer.statusCode() == 202) {
            accepted.incrementAndGet();
            return true;
        }
        refusals.merge((answer.statusCode() + " " + code(answer)).strip(), 1, Integer::sum);
        return false;
    }

    /** Empty where the answer is no problem of the gateway's: something before it refused. */
    private static String code(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).path("code").asText("");
        } catch (JsonProcessingException unreadable) {
            return "";
        }
    }

    private static boolean comesAgain(int status) {
        return status == 401 || status == 429 || status >= 500;
    }
}
