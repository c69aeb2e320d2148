package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another room knows to have happened to a dossier outside of its events. */
public interface TimelineSource {
    /** Everything it knows of this dossier, in any order; it asks for no right. */
    List<Line> of(String dossierNumber);

    /**
     * One thing that happened.
     *
     * @param at when it happened
     * @param what kind of thing, a word such as {@code PARCEL}
     * @param partner who told it
     * @param outcome what came of it
     * @param note in words, without personal data
     * @param parcelNumber the parcel it is about
     * @param evidenceId the message that told it
     */
    record Line(
            Instant at,
            String what,
            String partner,
            String outcome,
            @Nullable String note,
            @Nullable String parcelNumber,
            @Nullable UUID evidenceId) {}
}
