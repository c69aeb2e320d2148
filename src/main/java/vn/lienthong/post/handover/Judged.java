package vn.lienthong.post.handover;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierNumber;

/**
 * An item with everything found about it so far.
 *
 * @param id the identity of its evidence, and of the event it becomes
 */
record Judged(UUID id, ReadItem read, List<Reason> reasons) {
    /** The worst of what was found. */
    Verdict verdict() {
        return reasons.stream().map(Reason::verdict).reduce(Verdict.ACCEPTED, Verdict::worse);
    }

    boolean accepted() {
        return verdict() == Verdict.ACCEPTED;
    }

    /** Whether its papers are with the agency now, whatever must still be compared. */
    boolean handedOver() {
        return verdict() != Verdict.REJECTED;
    }

    /** The same with one more finding. */
    Judged with(Reason more) {
        return with(List.of(more));
    }

    /** The same with these findings, too. */
    Judged with(List<Reason> more) {
        return new Judged(
                id, read, Stream.concat(reasons.stream(), more.stream()).toList());
    }

    /** The dossier's number; null where there is none or it could not be read. */
    @Nullable
    DossierNumber number() {
        HandoverItem item = read.item();
        return item == null ? null : item.number();
    }

    /** Its content. An accepted item and one with a discrepancy have been read. */
    HandoverItem item() {
        return java.util.Objects.requireNonNull(read.item());
    }
}
