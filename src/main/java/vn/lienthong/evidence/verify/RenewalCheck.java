package vn.lienthong.evidence.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Checkpoint;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.container.RenewalList;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.StampVerdict;

/**
 * Follows the time-stamps over a checkpoint: each must have been put there before the certificates of the one before it ended, and
 * the last must be alive. A key whose certificate has ended may be in anybody's hands, so an old stamp alone proves no time.
 */
final class RenewalCheck {
    private final Report report;
    private final Seals seals;
    private final Map<String, byte[]> files;
    private final Instant now;

    RenewalCheck(Report report, Seals seals, Map<String, byte[]> files, Instant now) {
        this.report = report;
        this.seals = seals;
        this.files = files;
        this.now = now;
    }

    /**
     * What the stamps over a checkpoint prove together.
     *
     * @param renewedAt when the last one was put there, null where there is but the first
     * @param until how long they prove it without another
     */
    record Proven(@Nullable Instant renewedAt, Instant until) {}

    /** Follows them; {@code parts} are the checkpoint and its signature. */
    Optional<Proven> check(Checkpoint checkpoint, List<byte[]> parts, OfflineVerdict verdict) {
        Instant at = verdict.stampedAt();
        Instant until = verdict.stampEnds();
        if (at == null || until == null) {
            return Optional.empty();
        }
        List<byte[]> proofs = new ArrayList<>(parts);
        Instant renewedAt = null;
        int place = 1;
        while (files.containsKey(Names.renewal(checkpoint.size(), place))
                || files.containsKey(Names.renewalStamp(checkpoint.size(), place))) {
            StampVerdict next = one(checkpoint, proofs, place);
            Instant nextAt = next == null ? null : next.at();
            Instant nextUntil = next == null ? null : next.ends();
            if (nextAt == null || nextUntil == null) {
                return Optional.empty();
            }
            String name = Names.renewal(checkpoint.size(), place);
            if (nextAt.isBefore(at)) {
                report.add(Words.error("RENEWAL-BACKWARDS", name));
            }
            if (nextAt.isAfter(until)) {
                report.add(Words.warning(Words.RENEWED_LATE, name));
            }
            at = nextAt;
            until = nextUntil;
            renewedAt = nextAt;
            place++;
        }
        if (now.isAfter(until)) {
            report.add(Words.warning(Words.STAMP_ENDED, String.valueOf(until)));
        }
        return Optional.of(new Proven(renewedAt, until));
    }

    private @Nullable StampVerdict one(Checkpoint checkpoint, List<byte[]> proofs, int place) {
        String name = Names.renewal(checkpoint.size(), place);
        byte[] text = files.get(name);
        byte[] stamp = files.get(Names.renewalStamp(checkpoint.size(), place));
        if (text == null || stamp == null) {
            report.add(Words.error("RENEWAL-INCOMPLETE", name));
            return null;
        }
        Optional<RenewalList> list = RenewalList.read(text);
        if (list.isEmpty()) {
            report.add(Words.error("RENEWAL-FORM", name));
            return null;
        }
        if (!list.get().origin().equals(checkpoint.origin())) {
            report.add(Words.error("OTHER-TREE", name));
        }
        byte[] told = list.get().of(checkpoint.size());
        if (told == null || !Arrays.equals(told, RenewalList.digest(list.get().digest(), proofs))) {
            report.add(Words.error("RENEWAL-OF-ANOTHER", name));
        }
        StampVerdict verdict = seals.stampOnce(stamp, text);
        seals.tell(report, "RENEWAL-", verdict.findings());
        proofs.add(text);
        proofs.add(stamp);
        return verdict;
    }
}
