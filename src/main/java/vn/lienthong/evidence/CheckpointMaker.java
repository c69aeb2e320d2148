package vn.lienthong.evidence;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.evidence.TreeRepository.State;
import vn.lienthong.evidence.tree.Prover;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/**
 * Signs the root of the tree when it has grown. One signature for however many messages; the time-stamp follows, so that
 * nobody waits for an authority while a tree is locked.
 */
@Component
class CheckpointMaker {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMaker.class);

    private final TreeRepository tree;
    private final CheckpointRepository checkpoints;
    private final Signer signer;
    private final EvidenceProperties settings;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;
    private final AtomicReference<@Nullable Bilingual> trouble = new AtomicReference<>();

    CheckpointMaker(
            TreeRepository tree,
            CheckpointRepository checkpoints,
            Signer signer,
            EvidenceProperties settings,
            GatewayClock clock,
            TransactionTemplate transaction) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Why no checkpoint could be signed at the last try. */
    Optional<Bilingual> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** Makes a checkpoint of the whole tree unless there is one. */
    void make() {
        transaction.executeWithoutResult(status -> {
            if (tree.lock()) {
                State state = tree.state();
                long signed = checkpoints
                        .newest()
                        .map(CheckpointRepository.Kept::size)
                        .orElse(0L);
                if (state.size() > signed) {
                    sign(state);
                }
            }
        });
    }

    private void sign(State state) {
        byte[] root = new Prover(tree.tree()).root(state.size());
        byte[] body = new Checkpoint(state.origin(), state.size(), root).text();
        SigningOutcome outcome = signer.sign(SigningRequest.of(
                settings.key(), SignatureFormat.CADES_DETACHED, SignatureLevel.B, new Content("checkpoint.txt", body)));
        switch (outcome) {
            case SigningOutcome.Signed signed -> {
                checkpoints.insert(
                        new CheckpointRepository.Kept(state.size(), clock.now(), body, signed.bytes(), null));
                if (trouble.getAndSet(null) != null) {
                    LOG.warn("Đã ký được bằng chứng trở lại / evidence is signed again");
                }
            }
            case SigningOutcome.NoKey none -> tell(none.why());
            case SigningOutcome.NoTimeStamp none -> tell(none.why());
            case SigningOutcome.NoRevocationData none -> tell(none.why());
            case SigningOutcome.Unsuitable none -> tell(none.why());
        }
    }

    private void tell(Bilingual why) {
        if (trouble.getAndSet(why) == null) {
            LOG.error(
                    "Bằng chứng vẫn được giữ nhưng chưa ký được: {} Hãy kiểm tra lienthong.evidence.key và"
                            + " lienthong.signing.keys. / evidence is kept but cannot be signed: {} Look at"
                            + " lienthong.evidence.key and lienthong.signing.keys.",
                    why.vi(),
                    why.en());
        }
    }
}
