package vn.lienthong.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * What repeats of a request are told that is no part of a shared commit: the first answer again. It is sealed while it is
 * remembered, for it may name a person or hold a secret.
 */
@Component
public class RepeatedAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedAnswers.class);
    private static final byte END = '\n';
    /** So many that strangers seldom wait for each other. */
    private static final int TURNS = 1024;
    /** Longer than an act takes that goes well. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnswerRepository answers;
    private final DataSeal seal;
    private final List<Lock> turns =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(TURNS).toList();

    RepeatedAnswers(AnswerRepository answers, DataSeal seal) {
        this.answers = answers;
        this.seal = seal;
    }

    /**
     * An answer as it went out.
     *
     * @param type its media type; none where nothing was said
     */
    @SuppressWarnings("ArrayRecordComponent") // written out once, never compared
    public record Answer(int status, @Nullable String type, byte[] body) {}

    /**
     * Takes the turn of this key, which its taker unlocks once the request is answered, so that a repeat on the same node waits
     * for the answer; refuses with 503 {@code IDEMPOTENCY-BUSY} when the turn does not come in time.
     */
    public Lock take(AnswerKey key) {
        return take(turns.get(Math.floorMod((key.client() + key.key()).hashCode(), turns.size())), PATIENCE);
    }

    static Lock take(Lock turn, Duration patience) {
        boolean mine = false;
        try {
            mine = turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw busy();
        }
        return turn;
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        503,
                        "IDEMPOTENCY-BUSY",
                        "Yêu cầu cùng khóa đang được xử lý, hãy gửi lại sau ít giây.",
                        "A request with this key is still being answered; come again in a few seconds."),
                Duration.ofSeconds(5));
    }

    /** The answer to the first request with this key; refuses with 422 when that asked for something else. */
    public Optional<Answer> find(AnswerKey key) {
        return answers.find(key).map(stored -> {
            Intake.requireSame(stored);
            return opened(stored, key);
        });
    }

    /** Remembers the first answer. Where another node was faster with the same key, its answer stays. */
    public void remember(AnswerKey key, Answer answer) {
        byte[] type = ((answer.type() == null ? "" : answer.type()) + (char) END).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(type, type.length + answer.body().length);
        System.arraycopy(answer.body(), 0, whole, type.length, answer.body().length);
        try {
            answers.insert(
                    List.of(new AnswerRepository.NewAnswer(key, answer.status(), seal.seal(whole, context(key)))));
        } catch (DuplicateKeyException other) {
            LOG.debug("Another node answered the same key first", other);
        }
    }

    private Answer opened(StoredAnswer stored, AnswerKey key) {
        byte[] whole = seal.open(stored.body(), context(key));
        int end = 0;
        while (whole[end] != END) {
            end++;
        }
        String type = new String(whole, 0, end, StandardCharsets.UTF_8);
        return new Answer(
                stored.status(), type.isEmpty() ? null : type, Arrays.copyOfRange(whole, end + 1, whole.length));
    }

    private static byte[] context(AnswerKey key) {
        return ("idempotency:" + key.client() + ":" + key.key()).getBytes(StandardCharsets.UTF_8);
    }
}
