package vn.lienthong.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.DataSeal;

/**
 * What repeats of a request are told that is no part of a shared commit: the first answer again. It is sealed while it is
 * remembered, for it may name a person or hold a secret.
 */
@Component
public class RepeatedAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedAnswers.class);
    private static final byte END = '\n';

    private final AnswerRepository answers;
    private final DataSeal seal;
    private final List<Lock> turns =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(64).toList();

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

    /** Taken while a request with this key is answered, so that its repeat on the same node waits for the answer. */
    public Lock turn(AnswerKey key) {
        return turns.get(Math.floorMod((key.client() + key.key()).hashCode(), turns.size()));
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
