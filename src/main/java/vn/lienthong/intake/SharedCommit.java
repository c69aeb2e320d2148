package vn.lienthong.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Lets requests that arrive together share a commit. Each writer takes what has gathered while it was committing, sorts
 * it by dossier number so that two writers never lock crosswise, and stores it in one transaction; a group that fails is
 * stored item by item, so that one bad neighbour harms nobody. Requests of one dossier go to one writer in the order in
 * which they came.
 */
@Component
@EnableConfigurationProperties(IntakeProperties.class)
public class SharedCommit implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCommit.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration RETRY_AFTER_BUSY = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(5);

    private final GroupTransaction transaction;
    private final IntakeProperties settings;
    private final DiskWatch disk;
    private final MeterRegistry registry;
    private final DistributionSummary groupSizes;
    private final List<BlockingQueue<Waiting>> queues = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    SharedCommit(GroupTransaction transaction, IntakeProperties settings, DiskWatch disk, MeterRegistry registry) {
        this.transaction = transaction;
        this.settings = settings;
        this.disk = disk;
        this.registry = registry;
        this.groupSizes = DistributionSummary.builder("lienthong.intake.commit.size")
                .description("Requests that shared a commit")
                .register(registry);
        for (int i = 0; i < settings.writers(); i++) {
            queues.add(new ArrayBlockingQueue<>(settings.waiting()));
        }
    }

    /**
     * Hands in a submission. The future completes after the commit, or with a {@link ProblemException} of status 503 when
     * nothing can be stored now, be it that the disk is low; what was not committed is then not stored, except that a commit whose answer was lost may
     * have been: the caller's repeat tells.
     */
    public CompletableFuture<Outcome> submit(Submission submission) {
        Waiting waiting = new Waiting(submission, new CompletableFuture<>());
        if (disk.isLow()) {
            waiting.done.completeExceptionally(DiskWatch.refusal());
            return waiting.done;
        }
        int writer = Math.floorMod(submission.command().number().value().hashCode(), queues.size());
        BlockingQueue<Waiting> queue = queues.get(writer);
        boolean in = running && queue.offer(waiting);
        // a writer that took its last look before the offer will not come back for it
        if (!in || (!running && queue.remove(waiting))) {
            waiting.done.completeExceptionally(busy());
        }
        return waiting.done;
    }

    /** Refuses with 503 while the disk is low; for what is stored in a commit of its own. */
    void requireRoom() {
        if (disk.isLow()) {
            throw DiskWatch.refusal();
        }
    }

    private void write(BlockingQueue<Waiting> queue) {
        List<Waiting> group = new ArrayList<>();
        @Nullable Waiting held = null;
        while (running || !queue.isEmpty() || held != null) {
            try {
                Waiting first = held != null ? held : queue.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                held = null;
                group.add(first);
                held = gather(queue, group);
                store(group);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error trouble) { // a writer that died here would be missed by nobody
                LOG.error(
                        "Nhóm ghi bị lỗi, các yêu cầu phải gửi lại / a group failed, its callers must repeat", trouble);
                group.forEach(waiting -> waiting.done.completeExceptionally(outage()));
            } finally {
                group.clear();
            }
        }
    }

    /** Fills the group; hands back a request whose key is in the group already, because it must see its answer. */
    private @Nullable Waiting gather(BlockingQueue<Waiting> queue, List<Waiting> group) {
        Set<String> keys = new HashSet<>();
        group.forEach(waiting -> takesKey(waiting, keys));
        while (group.size() < settings.group()) {
            Waiting next = queue.poll();
            if (next == null) {
                return null;
            }
            if (!takesKey(next, keys)) {
                return next;
            }
            group.add(next);
        }
        return null;
    }

    private static boolean takesKey(Waiting waiting, Set<String> keys) {
        AnswerKey key = waiting.submission.answered();
        return key == null || keys.add(key.client() + " " + key.key());
    }

    private void store(List<Waiting> group) {
        groupSizes.record(group.size());
        group.sort(Comparator.comparing(
                waiting -> waiting.submission.command().number().value()));
        if (group.size() == 1 || !tried(group)) {
            group.forEach(this::storeAlone);
        }
    }

    private boolean tried(List<Waiting> group) {
        try {
            List<Outcome> outcomes = transaction.store(
                    group.stream().map(waiting -> waiting.submission).toList());
            for (int i = 0; i < group.size(); i++) {
                complete(group.get(i), outcomes.get(i));
            }
            return true;
        } catch (DataAccessResourceFailureException | TransactionException outage) {
            LOG.error("Không ghi được vào cơ sở dữ liệu / cannot write to the database", outage);
            group.forEach(waiting -> waiting.done.completeExceptionally(outage()));
            return true;
        } catch (RuntimeException trouble) {
            LOG.info("A group of {} is stored one by one: {}", group.size(), trouble.toString());
            return false;
        }
    }

    private void storeAlone(Waiting waiting) {
        for (int attempt = 1; ; attempt++) {
            try {
                complete(waiting, transaction.store(List.of(waiting.submission)).getFirst());
                return;
            } catch (DuplicateKeyException | TransientDataAccessException overtaken) {
                // another node created the dossier, used the key or held a lock at this moment: look again
                if (attempt == MOST_ATTEMPTS) {
                    fail(waiting, overtaken);
                    return;
                }
            } catch (DataIntegrityViolationException defect) {
                waiting.done.completeExceptionally(defect);
                return;
            } catch (DataAccessException | TransactionException outage) {
                fail(waiting, outage);
                return;
            } catch (RuntimeException defect) {
                waiting.done.completeExceptionally(defect);
                return;
            }
        }
    }

    private void complete(Waiting waiting, Outcome outcome) {
        if (outcome instanceof Outcome.Judged judged
                && judged.answer() instanceof DossierAnswer.Accepted accepted
                && !accepted.repeated()) {
            String kind = switch (waiting.submission.command()) {
                case DossierCommand.TellState told -> "state";
                case DossierCommand.TellStep told -> "step";
                case DossierCommand.TellResult told -> "result";
                case DossierCommand.NoteReturned told -> "return";
                case DossierCommand.NoteFacts told -> "facts";
                case DossierCommand.NoteRehomed told -> "rehoming";
            };
            registry.counter(
                            "lienthong.intake.accepted",
                            "kind",
                            kind,
                            "channel",
                            waiting.submission.evidence().channel())
                    .increment();
        }
        waiting.done.complete(outcome);
    }

    private static void fail(Waiting waiting, RuntimeException cause) {
        LOG.error("Không ghi được vào cơ sở dữ liệu / cannot write to the database", cause);
        waiting.done.completeExceptionally(outage());
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        503,
                        "GATEWAY-BUSY",
                        "Hệ thống đang nhận quá nhiều yêu cầu, hãy gửi lại sau.",
                        "Too many requests are waiting, please come again later."),
                RETRY_AFTER_BUSY);
    }

    private static ProblemException outage() {
        return new ProblemException(
                Problem.of(
                        503,
                        "DATABASE-UNREACHABLE",
                        "Chưa ghi được dữ liệu, hãy gửi lại sau.",
                        "The data could not be stored, please come again later."),
                RETRY_AFTER_OUTAGE);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < queues.size(); i++) {
            BlockingQueue<Waiting> queue = queues.get(i);
            writers.add(Thread.ofPlatform().name("commit-" + i).start(() -> write(queue)));
        }
    }

    @Override
    public void stop() {
        running = false;
        for (Thread writer : writers) {
            try {
                writer.join(settings.patience());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
    }

    /** Before the web server and the routes, so that it stops after them and every request gets its answer. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A submission and who waits for its outcome. */
    private record Waiting(Submission submission, CompletableFuture<Outcome> done) {}
}
