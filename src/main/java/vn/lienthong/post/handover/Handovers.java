package vn.lienthong.post.handover;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RateLimits;
import vn.lienthong.document.Packages;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Takes manifests in: each once, whoever repeats it, however often and wherever it broke off. */
@Component
class Handovers {
    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ManifestReader manifests;
    private final ItemReader items;
    private final Assessment assessment;
    private final Packages packages;
    private final HandoverTransaction transaction;
    private final HandoverRepository handovers;
    private final RateLimits limits;
    private final HandoverProperties settings;
    private final GatewayClock clock;
    private final Semaphore places;

    Handovers(
            ManifestReader manifests,
            ItemReader items,
            Assessment assessment,
            Packages packages,
            HandoverTransaction transaction,
            HandoverRepository handovers,
            RateLimits limits,
            HandoverProperties settings,
            GatewayClock clock) {
        this.manifests = manifests;
        this.items = items;
        this.assessment = assessment;
        this.packages = packages;
        this.transaction = transaction;
        this.handovers = handovers;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    /** What a caller gets: the stored answer, and whether it was stored before. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Taken(byte[] answer, boolean repeated) {}

    /** Takes this manifest in, or hands out the answer that it got before. */
    Taken take(byte[] body, Caller caller) {
        enter();
        try {
            Manifest manifest = manifests.read(body);
            limits.admit(caller, manifest.items().size() / settings.itemsPerCall());
            return take(manifest, caller);
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private Taken take(Manifest manifest, Caller caller) {
        List<ReadItem> read = new ArrayList<>(manifest.items().size());
        for (Manifest.Slice slice : manifest.items()) {
            read.add(items.read(read.size() + 1, slice.of(manifest.body())));
        }
        byte[] digest = ContentDigest.of(
                manifest.head(), read.stream().map(ReadItem::digest).toList());
        Optional<Taken> before = before(manifest, digest, caller);
        if (before.isPresent()) {
            return before.get();
        }
        Sha256Name files = manifest.files();
        if (files != null) {
            packages.unpack(files, caller);
        }
        OffsetDateTime signedAt = clock.now()
                .truncatedTo(ChronoUnit.MILLIS)
                .atZone(GatewayClock.ZONE)
                .toOffsetDateTime();
        Draft draft = new Draft(
                Ids.next(), caller, manifest, digest, signedAt, assessment.of(read, manifest, signedAt, caller));
        Optional<byte[]> answer = stored(draft);
        return answer.map(bytes -> new Taken(bytes, false))
                .or(() -> before(manifest, digest, caller))
                .orElseThrow(Handovers::busy);
    }

    private Optional<Taken> before(Manifest manifest, byte[] digest, Caller caller) {
        Optional<HandoverRepository.Stored> stored = handovers.find(caller.clientId(), manifest.number());
        if (stored.isPresent() && !stored.get().sameContent(digest)) {
            throw new ProblemException(Problem.at(
                    409,
                    "HANDOVER-NUMBER-USED",
                    "/manifestNumber",
                    "Số bản kê " + manifest.number() + " đã dùng cho một bản kê có nội dung khác.",
                    "The manifest number " + manifest.number() + " was used for a manifest that says something else."));
        }
        return stored.map(known -> new Taken(known.answer(), true));
    }

    /** Tries again while another writer is at the same dossiers; what failed left nothing behind. */
    private Optional<byte[]> stored(Draft draft) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.store(draft);
            } catch (DuplicateKeyException | TransientDataAccessException | Registration.Overtaken overtaken) {
                LOG.info("Manifest {} is tried again: {}", draft.manifest().number(), overtaken.toString());
                if (attempt == MOST_ATTEMPTS) {
                    throw busy();
                }
            } catch (DataIntegrityViolationException defect) {
                throw defect;
            } catch (DataAccessException | TransactionException away) {
                LOG.error("Không ghi được vào cơ sở dữ liệu / cannot write to the database", away);
                throw new ProblemException(
                        Problem.of(
                                503,
                                "DATABASE-UNREACHABLE",
                                "Chưa ghi được dữ liệu, hãy gửi lại sau.",
                                "The data could not be stored, please come again later."),
                        SOON);
            }
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        503,
                        "GATEWAY-BUSY",
                        "Hệ thống đang nhận nhiều bản kê, hãy gửi lại nguyên văn sau ít giây.",
                        "Too many manifests at a time; send the same request again in a few seconds."),
                SOON);
    }
}
