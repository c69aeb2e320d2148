package vn.lienthong.document;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** So many that fail one after the other have one cause outside, and asking for more of them helps nobody. */
    private static final int IN_A_ROW = 5;

    private static final int READ_TIMES = 4;

    private final ResultRenewalRepository rows;
    private final RenewedVersions versions;
    private final FileStore store;
    private final Renewer renewer;
    private final RenewalProperties settings;
    private final GatewayClock clock;
    private final RenewalWatch watch;

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
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Gia hạn kết quả chờ cơ sở dữ liệu / renewal waits for the database: {}", away.getMessage());
        }
    }

    private void count() {
        Instant now = clock.now();
        watch.counted(rows.counts(
                now, settings.margin(), settings.endedBy(now.plus(settings.margin())), settings.endedBy(now)));
    }

    /** Learns how long those last that were sealed since the last look. */
    private void read() {
        Optional<Aging> next = rows.takeUnread();
        for (int done = 0; next.isPresent() && done < settings.most() * READ_TIMES; done++) {
            Aging result = next.get();
            try {
                Optional<ProofLife> life = renewer.life(document(result), List.of());
                if (life.isPresent()) {
                    rows.note(result, life.get());
                } else {
                    versions.fail(result, unreadable(), REST);
                }
            } catch (ProblemException trouble) { // the store told why
                rows.postpone(result, SHORTLY, false);
            }
            next = rows.takeUnread();
        }
    }

    private void renew() {
        Optional<Instant> reach = reach();
        if (reach.isEmpty()) {
            return;
        }
        Instant by = clock.now().plus(settings.margin());
        Set<String> aging = settings.endedBy(by);
        int failed = 0;
        Optional<Bilingual> trouble = Optional.empty();
        Optional<Aging> next = rows.take(by, aging);
        for (int done = 0; next.isPresent() && done < settings.most() && failed < IN_A_ROW; done++) {
            Aging result = next.get();
            ProofLife life = result.life();
            if (life == null || !settings.ends(life).isBefore(reach.get())) {
                rows.postpone(result, REST, false); // the authority's certificate is still the old one
            } else {
                trouble = renew(result);
                failed = trouble.isEmpty() ? 0 : failed + 1;
            }
            next = rows.take(by, aging);
        }
        next.ifPresent(left -> rows.postpone(left, Duration.ZERO, false));
        trouble.ifPresentOrElse(watch::failed, watch::went);
    }

    /** Until when a stamp of today would last; empty where none can be had. */
    private Optional<Instant> reach() {
        return switch (renewer.stamp(PROBE)) {
            case RenewalOutcome.Renewed probe -> Optional.of(settings.ends(probe.life()));
            case RenewalOutcome.NoTimeStamp none -> failed(none.why());
            case RenewalOutcome.NoRevocationData none -> failed(none.why());
            case RenewalOutcome.Unsuitable none -> failed(none.why());
        };
    }

    private Optional<Instant> failed(Bilingual why) {
        watch.failed(why);
        return Optional.empty();
    }

    /** Why it failed for a reason that others share; empty when it went well, or the trouble is this one's own. */
    private Optional<Bilingual> renew(Aging result) {
        try {
            return switch (renewer.extend(result.type().sealFormat(), document(result), List.of())) {
                case RenewalOutcome.Renewed renewed -> {
                    versions.keep(result, renewed);
                    yield Optional.empty();
                }
                case RenewalOutcome.NoTimeStamp none -> {
                    rows.postpone(result, SHORTLY, false);
                    yield Optional.of(none.why());
                }
                case RenewalOutcome.NoRevocationData none -> {
                    versions.fail(result, none.why(), REST);
                    yield Optional.of(none.why());
                }
                case RenewalOutcome.Unsuitable none -> {
                    versions.fail(result, none.why(), REST);
                    yield Optional.empty();
                }
            };
        } catch (ProblemException trouble) {
            rows.postpone(result, SHORTLY, false);
            return Optional.of(
                    new Bilingual(String.valueOf(trouble.getMessage()), String.valueOf(trouble.getMessage())));
        }
    }

    private Content document(Aging result) {
        return new Content(result.type().fileName(), store.read(result.file()));
    }

    private static Bilingual unreadable() {
        return new Bilingual("không đọc được chữ ký trong văn bản", "no signature can be read in the document");
    }
}
