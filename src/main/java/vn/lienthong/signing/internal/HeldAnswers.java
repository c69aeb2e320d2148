package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.CertificateStatus;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/**
 * Answers about revocation, held until the next is due. While nobody answers, the last good one serves for the settled time
 * more; who did not answer is not asked again at once, so that many documents do not each wait for him.
 *
 * @param <T> the kind of answer
 */
final class HeldAnswers<T extends RevocationToken<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(HeldAnswers.class);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration CLOCKS = Duration.ofMinutes(2);
    private static final int MOST_RESTING = 1000;

    private final String whom;
    private final SigningProperties.Revocation settings;
    private final GatewayClock clock;
    private final Map<String, Held<T>> held;
    private final Map<String, Resting> resting;

    private record Held<T>(T answer, Instant askedAt, Instant nextUpdate) {}

    private record Resting(long untilNanos, String why) {}

    HeldAnswers(String whom, int most, SigningProperties.Revocation settings, GatewayClock clock) {
        this.whom = whom;
        this.settings = settings;
        this.clock = clock;
        this.held = bounded(most);
        this.resting = bounded(MOST_RESTING);
    }

    private static <V> Map<String, V> bounded(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }

    /** What is held under this key as long as it holds, else what is asked; null where nothing is to be had. */
    @Nullable
    T answer(String key, String issuer, Supplier<@Nullable T> ask, Predicate<T> believed) {
        Held<T> known = held.get(key);
        if (known != null && clock.now().isBefore(askAgain(known))) {
            return known.answer();
        }
        Resting rest = resting.get(issuer);
        if (rest != null && clock.monotonicNanos() - rest.untilNanos() < 0) {
            return goOn(known, new DSSExternalResourceException("not asked again yet: " + rest.why()));
        }
        return ask(key, issuer, ask, believed);
    }

    /** Asks whatever is held, and holds what comes. */
    @Nullable
    T ask(String key, String issuer, Supplier<@Nullable T> ask, Predicate<T> believed) {
        Held<T> known = held.get(key);
        T told;
        try {
            told = ask.get();
        } catch (DSSException failure) {
            rest(issuer, failure);
            return goOn(known, failure);
        }
        if (told == null || !believed.test(told)) {
            return known == null || over(known) ? told : known.answer();
        }
        if (resting.remove(issuer) != null) {
            LOG.warn("Lại có trả lời về thu hồi chứng thư / revocation is answered again: {}", whom);
        }
        Instant next =
                told.getNextUpdate() == null ? null : told.getNextUpdate().toInstant();
        boolean settled = told.getStatus() == CertificateStatus.GOOD || told.getStatus() == CertificateStatus.REVOKED;
        if (settled && next != null && timely(told, next)) {
            held.put(key, new Held<>(told, clock.now(), next));
        }
        return told;
    }

    private boolean timely(T told, Instant next) {
        return told.getThisUpdate() != null
                && !told.getThisUpdate().toInstant().isAfter(clock.now().plus(CLOCKS))
                && next.isAfter(clock.now());
    }

    private Instant askAgain(Held<T> known) {
        Instant longest = known.askedAt().plus(settings.keepAnswers());
        return known.nextUpdate().isBefore(longest) ? known.nextUpdate() : longest;
    }

    private boolean over(Held<T> known) {
        return clock.now().isAfter(known.nextUpdate().plus(settings.goOn()));
    }

    private void rest(String issuer, DSSException failure) {
        Resting before = resting.put(
                issuer, new Resting(clock.monotonicNanos() + REST.toNanos(), String.valueOf(failure.getMessage())));
        if (before == null) {
            LOG.warn(
                    "Không hỏi được trạng thái thu hồi ({}): dùng trả lời gần nhất tới khi quá hạn {} phút, sau đó kết luận còn"
                            + " để ngỏ; chạy doctor để biết nguyên nhân. / revocation cannot be asked ({}): the last answer"
                            + " serves until {} minutes beyond its time, after that verdicts stay open; run doctor. {}",
                    whom,
                    settings.goOn().toMinutes(),
                    whom,
                    settings.goOn().toMinutes(),
                    failure.getMessage());
        }
    }

    private T goOn(@Nullable Held<T> known, DSSException failure) {
        if (known == null || over(known)) {
            throw failure;
        }
        return known.answer();
    }
}
