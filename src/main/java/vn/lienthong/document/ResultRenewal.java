package vn.lienthong.document;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.document.ResultRenewalRepository.Aging;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalOutcome;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.RenewalWatch;
import vn.lienthong.signing.Renewer;

/**
 * Renews sealed results before their time-stamps or their signers' certificates end: one after the other, the oldest end first,
 * so many in each look. Each is taken by one node for a while; what a crash leaves undone is taken again after that.
 */
@Component
class ResultRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(ResultRenewal.class);
    private static final byte[] PROBE = {0};
    private static final Duration REST = Duration.ofHours(6);
    private static final Duration SHORTLY = Duration.ofMinutes(10);
    /** So many in a row without a time-stamp or the store: asking for more of them helps nobody. */
    private static final int IN_A_ROW = 5;

    private static final int READ_TIMES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ResultRenewalRepository rows;
    private final RenewedVersions versions;
    private final FileStore store;
    private final Renewer renewer;
    private final RenewalProperties settings;
    private final GatewayClock clock;
    private final RenewalWatch watch;
    private boolean without;

    ResultRenewal(
            ResultRenewalRepository rows,
            RenewedVersions versions,
            FileStore store,
            Renewer renewer,
            RenewalProperties settings,
            GatewayClock clock,
            MeterRegistry registry) {
        this.rows = rows;
        this.versions = versions;
        this.store = store;
        this.renewer = renewer;
        this.settings = settings;
        this.clock = clock;
        this.watch = new RenewalWatch("result", settings, registry);
    }

    /** How it goes. */
    RenewalWatch watch() {
        return watch;
    }

    /** One look at all that is due. */
    @Scheduled(fixedDelayString = "${lienthong.renewal.every:15m}", initialDelayString = "PT4M")
    synchronized void look() {
        try {
            read();
            count();
            if (watch.counts().due() > 0) {
                renew();
                count();
            } else {
                watch.went();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Gia hạn kết quả chờ cơ sở dữ liệu / renewal waits for the database: {}", away.getMessage());
        }
    }

    private void count() {
        watch.counted(rows.counts(settings));
    }

    /** Learns how long those last that were sealed since the last look. */
    private void read() {
        long end = clock.monotonicNanos() + LONGEST.toNanos();
        Optional<Aging> next = rows.takeUnread();
        for (int done = 0; next.isPresent() && done < settings.most() * READ_TIMES && before(end); done++) {
            Aging result = next.get();
            alone(result, () -> {
                Optional<ProofLife> life = renewer.life(document(result), List.of());
                life.ifPresentOrElse(
                        known -> rows.note(result, known), () -> versions.fail(result, unreadable(), REST));
                return Optional.empty();
            });
            next = rows.takeUnread();
        }
        next.ifPresent(left -> rows.postpone(left, Duration.ZERO, false));
    }

    private boolean before(long end) {
        return clock.monotonicNanos() - end < 0;
    }

    private void renew() {
        Optional<Instant> reach = reach();
        if (reach.isEmpty()) {
            return;
        }
        long end = clock.monotonicNanos() + LONGEST.toNanos();
        Instant by = clock.now().plus(settings.margin());
        Set<String> aging = settings.endedBy(by);
        int tried = 0;
        int inARow = 0;
        Optional<Trouble> trouble = Optional.empty();
        Optional<Aging> next = rows.take(by, aging);
        while (next.isPresent() && tried < settings.most() && inARow < IN_A_ROW && before(end)) {
            Aging result = next.get();
            ProofLife life = result.life();
            if (life == null || !settings.ends(life).isBefore(reach.get())) {
                rows.postpone(result, REST, false); // the authority's certificate is still the old one
            } else {
                trouble = alone(result, () -> renew(result));
                inARow = trouble.filter(Trouble::everybodys).isPresent() ? inARow + 1 : 0;
                tried++;
            }
            next = rows.take(by, aging);
        }
        next.ifPresent(left -> rows.postpone(left, Duration.ZERO, false));
        if (tried > 0) {
            trouble.map(Trouble::why).ifPresentOrElse(watch::failed, watch::went);
        }
    }

    /** Until when a stamp of today would last; empty where none can be had. */
    private Optional<Instant> reach() {
        return switch (renewer.stamp(PROBE)) {
            case RenewalOutcome.Renewed probe -> {
                if (without) {
                    without = false;
                    watch.went();
                }
                yield Optional.of(settings.ends(probe.life()));
            }
            case RenewalOutcome.NoTimeStamp none -> failed(none.why());
            case RenewalOutcome.NoRevocationData none -> failed(none.why());
            case RenewalOutcome.Unsuitable none -> failed(none.why());
        };
    }

    private Optional<Instant> failed(Bilingual why) {
        without = true;
        watch.failed(why);
        return Optional.empty();
    }

    /** Why one was not renewed, where that may not be its own fault; {@code everybodys}: others would meet the same now. */
    private record Trouble(Bilingual why, boolean everybodys) {}

    private Optional<Trouble> renew(Aging result) {
        return switch (renewer.extend(result.type().sealFormat(), document(result), List.of())) {
            case RenewalOutcome.Renewed renewed -> {
                versions.keep(result, renewed);
                yield Optional.empty();
            }
            case RenewalOutcome.NoTimeStamp none -> {
                rows.postpone(result, SHORTLY, false);
                yield Optional.of(new Trouble(none.why(), true));
            }
            case RenewalOutcome.NoRevocationData none -> {
                versions.fail(result, none.why(), REST);
                yield Optional.of(new Trouble(none.why(), false));
            }
            case RenewalOutcome.Unsuitable none -> {
                versions.fail(result, none.why(), REST);
                yield Optional.empty();
            }
        };
    }

    /** Whatever one result brings about, the others are not to wait for it. */
    private Optional<Trouble> alone(Aging result, Supplier<Optional<Trouble>> work) {
        try {
            return work.get();
        } catch (ProblemException trouble) {
            Bilingual why = trouble.problem().text();
            if (!storeServes(result)) {
                rows.postpone(result, SHORTLY, false);
                return Optional.of(new Trouble(why, true));
            }
            versions.fail(result, why, REST); // its file is gone or damaged
        } catch (RuntimeException | StackOverflowError broken) { // parsers' ways to give up are beyond counting
            LOG.error("Kết quả {} làm hỏng việc gia hạn / a result breaks its renewal", result.id(), broken);
            versions.fail(result, broken(broken), REST);
        }
        return Optional.empty();
    }

    private boolean storeServes(Aging result) {
        try {
            store.isThere(result.file());
            return store.roomFor(0);
        } catch (ProblemException away) {
            return false;
        }
    }

    private Content document(Aging result) {
        return new Content(result.type().fileName(), store.read(result.file()));
    }

    private static Bilingual unreadable() {
        return new Bilingual("không đọc được chữ ký trong văn bản", "no signature can be read in the document");
    }

    private static Bilingual broken(Throwable trouble) {
        String name = trouble.getClass().getSimpleName();
        return new Bilingual("không xử lý được văn bản (" + name + ")", "the document breaks the work (" + name + ")");
    }
}
