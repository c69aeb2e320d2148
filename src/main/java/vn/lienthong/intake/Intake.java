package vn.lienthong.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** What every face of the intake does alike: hand in, wait for the commit, note what was refused. */
@Component
public class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final SharedCommit commits;
    private final AnswerRepository answers;
    private final WorkItems workItems;
    private final IntakeProperties settings;
    private final MeterRegistry registry;

    Intake(
            SharedCommit commits,
            AnswerRepository answers,
            WorkItems workItems,
            IntakeProperties settings,
            MeterRegistry registry) {
        this.commits = commits;
        this.answers = answers;
        this.workItems = workItems;
        this.settings = settings;
        this.registry = registry;
    }

    /** Sizes and times of the wall. */
    public IntakeProperties settings() {
        return settings;
    }

    /** Hands in one submission; see {@link SharedCommit#submit}. */
    public CompletableFuture<Outcome> submit(Submission submission) {
        return commits.submit(submission);
    }

    /** Refuses with 503 while there is too little disk to take anything in. */
    public void requireRoom() {
        commits.requireRoom();
    }

    /** Waits for the commit. Fails with a problem of status 503 when it did not come in time; it may still come. */
    public Outcome await(CompletableFuture<Outcome> future) {
        try {
            return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new ProblemException(
                    Problem.of(
                            503,
                            "GATEWAY-BUSY",
                            "Chưa ghi xong, hãy gửi lại nguyên văn sau ít giây.",
                            "Storing takes too long, please send the same request again in a few seconds."),
                    java.time.Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the commit", stopped);
        }
    }

    /** The exact bytes of a telling, under the identity of the event it becomes. */
    public static Message evidence(String channel, DossierCommand command, byte[] bytes) {
        return new Message(
                command.eventId(),
                Message.Direction.IN,
                channel,
                command.caller().clientId(),
                command.number().value(),
                null,
                bytes);
    }

    /** The answer stored under this key, if it was used before. Refuses with 422 a key used for another request. */
    public Optional<StoredAnswer> replay(AnswerKey key) {
        Optional<StoredAnswer> stored = answers.find(key);
        stored.ifPresent(Intake::requireSame);
        return stored;
    }

    /** Stores an answer that was put together outside a shared commit. */
    public void remember(AnswerKey key, int status, byte[] body) {
        answers.insert(List.of(new AnswerRepository.NewAnswer(key, status, body)));
    }

    /** Refuses with 422 when the key was used for another request. */
    public static void requireSame(StoredAnswer stored) {
        if (!stored.sameRequest()) {
            throw new ProblemException(Problem.of(
                    422,
                    "IDEMPOTENCY-MISMATCH",
                    "Idempotency-Key này đã dùng cho một yêu cầu khác.",
                    "This Idempotency-Key was used for another request."));
        }
    }

    /** The key a request came with, bound to what it asks. Refuses with 400 one that is no printable ASCII up to 255. */
    public static @Nullable AnswerKey key(Caller caller, @Nullable String key, String methodAndPath, byte[] body) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > 255 || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new ProblemException(Problem.of(
                    400,
                    "IDEMPOTENCY-KEY",
                    "Idempotency-Key phải gồm 1 đến 255 ký tự ASCII in được.",
                    "Idempotency-Key must be 1 to 255 printable ASCII characters."));
        }
        byte[] asked = (methodAndPath + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] request = java.util.Arrays.copyOf(asked, asked.length + body.length);
        System.arraycopy(body, 0, request, asked.length, body.length);
        return new AnswerKey(caller.clientId(), key, Sha256.of(request));
    }

    /** Notes for the caller's agency that a telling was refused, because many callers never look at the answer. */
    public void noteRefused(Caller caller, String dossierNumber, Problem problem) {
        registry.counter("lienthong.intake.refused", "code", problem.code()).increment();
        String agency = caller.agency();
        boolean content = problem.status() == 400 || problem.status() == 422;
        if (agency == null || !content || DossierNumber.parse(dossierNumber).isEmpty()) {
            return;
        }
        String places = problem.errors().isEmpty()
                ? ""
                : " "
                        + problem.errors().stream()
                                .limit(5)
                                .map(Problem.FieldError::pointer)
                                .toList();
        try {
            workItems.open(List.of(new NewWorkItem(
                    "INTAKE-REFUSED",
                    dossierNumber,
                    agency,
                    null,
                    null,
                    new Bilingual(
                            "Hồ sơ bị từ chối khi nhận (" + problem.code() + "): "
                                    + problem.text().vi() + places,
                            "Refused at intake (" + problem.code() + "): "
                                    + problem.text().en() + places))));
        } catch (DataAccessException | TransactionException away) {
            // the caller still gets the reason; it must not read as a fault of ours
            LOG.warn("A refusal of {} could not be noted", dossierNumber, away);
        }
    }

    /** Forgets idempotency answers whose time is over. */
    @Scheduled(fixedDelay = 60_000)
    void forgetOldAnswers() {
        answers.forget(settings.keepAnswers());
    }
}
