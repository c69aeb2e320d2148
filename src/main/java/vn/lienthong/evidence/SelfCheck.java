package vn.lienthong.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.CheckpointRepository.Kept;
import vn.lienthong.evidence.tree.ProofCheck;
import vn.lienthong.evidence.tree.Prover;
import vn.lienthong.evidence.tree.TiledTree;
import vn.lienthong.evidence.tree.TreeHash;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.OfflineVerifier;

/**
 * Reads old evidence again before an inspector does: the newest checkpoint, and messages taken at random. The first
 * mismatch raises the alarm, which stays until the process ends: evidence does not heal.
 */
@Component
class SelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final TreeRepository tree;
    private final CheckpointRepository checkpoints;
    private final MessageRepository messages;
    private final OfflineVerifier verifier;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final AtomicReference<@Nullable String> mismatch = new AtomicReference<>();
    private long restUntilNanos;

    SelfCheck(
            TreeRepository tree,
            CheckpointRepository checkpoints,
            MessageRepository messages,
            OfflineVerifier verifier,
            EvidenceProperties settings,
            GatewayClock clock,
            MeterRegistry registry) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.messages = messages;
        this.verifier = verifier;
        this.settings = settings;
        this.clock = clock;
        this.restUntilNanos =
                clock.monotonicNanos() + settings.selfCheck().every().toNanos();
        Gauge.builder("lienthong.evidence.mismatch", mismatch, found -> found.get() == null ? 0 : 1)
                .description("1 after evidence was found that does not match its proof")
                .register(registry);
    }

    /** What was found wrong, if anything was. */
    Optional<String> mismatch() {
        return Optional.ofNullable(mismatch.get());
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 60_000)
    void whenDue() {
        if (clock.monotonicNanos() - restUntilNanos >= 0) {
            restUntilNanos =
                    clock.monotonicNanos() + settings.selfCheck().every().toNanos();
            check(RandomGenerator.getDefault());
        }
    }

    /** Checks the newest checkpoint and, under it, messages at random. */
    void check(RandomGenerator random) {
        Optional<Kept> newest = checkpoints.newest();
        if (newest.isEmpty()) {
            return;
        }
        Kept checkpoint = newest.get();
        TiledTree nodes = tree.tree();
        byte[] root = new Prover(nodes).root(checkpoint.size());
        checkpoint(checkpoint, root);
        for (int i = 0; i < settings.selfCheck().messages(); i++) {
            message(random.nextLong(checkpoint.size()), checkpoint.size(), root, new Prover(nodes));
        }
    }

    private void checkpoint(Kept kept, byte[] root) {
        boolean same = Checkpoint.read(kept.body())
                .filter(read -> read.size() == kept.size() && Arrays.equals(read.root(), root))
                .isPresent();
        if (!same) {
            alarm("checkpoint " + kept.size() + ": ROOT");
        }
        OfflineVerdict verdict = verifier.verify(kept.signature(), kept.body());
        if (!verdict.passed()) {
            List<String> codes = verdict.findings().stream().map(Finding::code).toList();
            alarm("checkpoint " + kept.size() + ": " + codes);
        }
    }

    private void message(long position, long size, byte[] root, Prover prover) {
        Optional<MessageRepository.Placed> placed = tree.messageAt(position).flatMap(messages::placed);
        if (placed.isEmpty()) {
            alarm("leaf " + position + ": MISSING");
            return;
        }
        Leaf leaf = placed.get().leaf();
        boolean stands = ProofCheck.root(TreeHash.leaf(leaf.text()), position, size, prover.inclusion(position, size))
                .filter(found -> Arrays.equals(found, root))
                .isPresent();
        if (!stands) {
            alarm("leaf " + position + ", message " + leaf.id() + ": PROOF");
        }
        if (placed.get().deletion() == null && !intact(leaf)) {
            alarm("leaf " + position + ", message " + leaf.id() + ": CONTENT");
        }
    }

    private boolean intact(Leaf leaf) {
        try {
            return messages.find(leaf.id())
                    .filter(message -> Arrays.equals(message.digest(), leaf.digest()))
                    .isPresent();
        } catch (IllegalStateException | IllegalArgumentException doesNotOpen) {
            return false;
        }
    }

    private void alarm(String what) {
        if (mismatch.compareAndSet(null, what)) {
            LOG.error(
                    "BÁO ĐỘNG: bằng chứng không khớp ({}). Giữ nguyên cơ sở dữ liệu, báo người phụ trách an toàn thông tin;"
                            + " so với bản sao lưu và các điểm chốt đã gửi ra ngoài. / ALARM: evidence does not match ({})."
                            + " Leave the database as it is and call whoever is in charge of security.",
                    what,
                    what);
        }
    }
}
