package vn.lienthong.evidence.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Leaf;
import vn.lienthong.evidence.Nonce;
import vn.lienthong.evidence.container.Inclusion;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.tree.ProofCheck;
import vn.lienthong.evidence.tree.TreeHash;
import vn.lienthong.evidence.verify.CheckpointCheck.Known;

/** Checks that the message is the leaf's, and that the leaf stands in the tree of the checkpoint. */
final class ProofReading {
    /** How far the authority's clock may be behind ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Report report;
    private final Map<String, byte[]> files;
    private final CheckpointCheck checkpoints;

    ProofReading(Report report, Map<String, byte[]> files, CheckpointCheck checkpoints) {
        this.report = report;
        this.files = files;
        this.checkpoints = checkpoints;
    }

    void check() {
        List<byte[]> messages = files.entrySet().stream()
                .filter(file -> Names.isMessage(file.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        byte[] leafText = files.get(Names.LEAF);
        byte[] proof = files.get(Names.INCLUSION);
        if (messages.isEmpty() && leafText == null && proof == null) {
            if (checkpoints.none()) {
                report.add(Words.error("CONTAINER-EMPTY"));
            }
            return; // checkpoints alone
        }
        Optional<Leaf> leaf = leaf(leafText);
        Optional<Inclusion> inclusion = inclusion(proof);
        if (messages.isEmpty()) {
            report.add(Words.error("MESSAGE-MISSING"));
        } else if (messages.size() > 1) {
            report.add(Words.error("MESSAGE-COUNT"));
        } else if (leaf.isPresent() && inclusion.isPresent()) {
            byte[] nonce = inclusion.get().nonce();
            byte[] digest = Nonce.digest(nonce, messages.getFirst());
            // a nonce of another length would let the border between it and the message be moved
            if (nonce.length != Nonce.LENGTH
                    || !Arrays.equals(digest, leaf.get().digest())) {
                report.add(Words.error("MESSAGE-CHANGED"));
            }
        }
        if (leafText != null && inclusion.isPresent()) {
            place(leafText, inclusion.get(), leaf.map(Leaf::at).orElse(null));
        }
    }

    private Optional<Leaf> leaf(byte @Nullable [] text) {
        if (text == null) {
            report.add(Words.error("LEAF-MISSING"));
            return Optional.empty();
        }
        Optional<Leaf> read = Leaf.read(text);
        read.ifPresentOrElse(report::of, () -> report.add(Words.error("LEAF-FORM")));
        return read;
    }

    private Optional<Inclusion> inclusion(byte @Nullable [] text) {
        if (text == null) {
            report.add(Words.error("PROOF-MISSING"));
            return Optional.empty();
        }
        Optional<Inclusion> read = Inclusion.read(text);
        if (read.isEmpty()) {
            report.add(Words.error("PROOF-FORM"));
        }
        return read;
    }

    private void place(byte[] leafText, Inclusion inclusion, @Nullable Instant storedAt) {
        Optional<Known> over = checkpoints.ofSize(inclusion.size());
        if (over.isEmpty()) {
            report.add(Words.error("CHECKPOINT-MISSING"));
            return;
        }
        Known known = over.get();
        if (!known.checkpoint().origin().equals(inclusion.origin())) {
            report.add(Words.error("OTHER-TREE", Names.INCLUSION));
        }
        boolean stands = ProofCheck.root(TreeHash.leaf(leafText), inclusion.leaf(), inclusion.size(), inclusion.path())
                .filter(root -> Arrays.equals(root, known.checkpoint().root()))
                .isPresent();
        if (!stands) {
            report.add(Words.error("PROOF-WRONG"));
            return;
        }
        report.at(inclusion.leaf());
        Instant stampedAt = known.stampedAt();
        report.signedBy(known.signer(), stampedAt);
        report.proven(known.proven());
        if (stampedAt != null && storedAt != null && stampedAt.plus(CLOCKS).isBefore(storedAt)) {
            report.add(Words.error("TIME-BACKWARDS"));
        }
    }
}
