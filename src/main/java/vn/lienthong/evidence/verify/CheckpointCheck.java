package vn.lienthong.evidence.verify;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Checkpoint;
import vn.lienthong.evidence.container.Consistency;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.tree.ProofCheck;
import vn.lienthong.evidence.verify.RenewalCheck.Proven;
import vn.lienthong.signing.OfflineVerdict;

/** Checks the checkpoints of a container, their signatures, and what ties them together. */
final class CheckpointCheck {
    private final Report report;
    private final Seals seals;
    private final Instant now;
    private final Map<Long, Known> known = new TreeMap<>();
    private final Set<String> signers = new HashSet<>();

    CheckpointCheck(Report report, Seals seals, Instant now) {
        this.report = report;
        this.seals = seals;
        this.now = now;
    }

    /** A checkpoint with what its signature tells. */
    record Known(
            Checkpoint checkpoint,
            @Nullable OfflineVerdict verdict,
            @Nullable Proven proven) {
        @Nullable
        Instant stampedAt() {
            return verdict == null ? null : verdict.stampedAt();
        }

        @Nullable
        String signer() {
            return verdict == null ? null : verdict.signer();
        }
    }

    Optional<Known> ofSize(long size) {
        return Optional.ofNullable(known.get(size));
    }

    /** Whoever signed checkpoints, by name. */
    Set<String> signers() {
        return signers;
    }

    boolean none() {
        return known.isEmpty();
    }

    void check(Map<String, byte[]> files) {
        files.forEach((name, bytes) -> {
            if (name.startsWith("checkpoint-") && name.endsWith(".txt")) {
                checkpoint(files, name, bytes);
            }
        });
        files.forEach((name, bytes) -> {
            if (name.startsWith("consistency-")) {
                link(name, bytes);
            }
        });
    }

    private void checkpoint(Map<String, byte[]> files, String name, byte[] bytes) {
        Optional<Checkpoint> read =
                Checkpoint.read(bytes).filter(checkpoint -> name.equals(Names.checkpoint(checkpoint.size())));
        if (read.isEmpty()) {
            report.add(Words.error("CHECKPOINT-FORM", name));
            return;
        }
        Checkpoint checkpoint = read.get();
        byte[] signature = files.get(Names.checkpointSignature(checkpoint.size()));
        if (signature == null) {
            report.add(Words.error("CHECKPOINT-UNSIGNED", name));
            known.put(checkpoint.size(), new Known(checkpoint, null, null));
            return;
        }
        OfflineVerdict verdict = seals.judgeOnce(signature, bytes);
        seals.tell(report, "CHECKPOINT-", verdict);
        if (verdict.stampedAt() == null) {
            report.add(Words.warning("CHECKPOINT-NOT-STAMPED"));
        }
        if (verdict.signer() != null) {
            signers.add(verdict.signer());
        }
        Optional<Proven> proven =
                new RenewalCheck(report, seals, files, now).check(checkpoint, List.of(bytes, signature), verdict);
        known.put(checkpoint.size(), new Known(checkpoint, verdict, proven.orElse(null)));
        if (verdict.passed()) {
            report.checkpoints().add(checkpoint);
        }
    }

    private void link(String name, byte[] bytes) {
        Optional<Consistency> read =
                Consistency.read(bytes).filter(link -> name.equals(Names.consistency(link.from(), link.to())));
        if (read.isEmpty()) {
            report.add(Words.error("CONSISTENCY-FORM", name));
            return;
        }
        Consistency link = read.get();
        Known from = known.get(link.from());
        Known to = known.get(link.to());
        if (from == null || to == null) {
            report.add(Words.error("CONSISTENCY-NO-CHECKPOINT", name));
            return;
        }
        boolean sameTree = link.origin().equals(from.checkpoint().origin())
                && link.origin().equals(to.checkpoint().origin());
        if (!sameTree) {
            report.add(Words.error("OTHER-TREE", name));
        } else if (!ProofCheck.consistent(
                link.from(),
                from.checkpoint().root(),
                link.to(),
                to.checkpoint().root(),
                link.path())) {
            report.add(Words.error("CONSISTENCY-WRONG", name));
        } else {
            report.links().add(link);
        }
    }
}
