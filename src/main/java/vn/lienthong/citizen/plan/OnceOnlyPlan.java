package vn.lienthong.citizen.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * Which papers of a dossier are to be brought.
 *
 * @param items one for each paper of the published list
 * @param unlisted papers in the dossier that the published list does not know: nobody may be asked for them
 */
record OnceOnlyPlan(String dossierNumber, String procedureCode, List<Item> items, List<String> unlisted) {
    /** What to do about a paper. */
    enum Step {
        SUBMIT,
        NOT_NEEDED,
        ASK
    }

    /**
     * One paper.
     *
     * @param step what to do
     * @param source where its facts come from, or where to ask
     * @param asOf as of when, where the facts are known
     * @param submitted whether the dossier holds it already
     * @param reason why, in words
     */
    record Item(
            String componentCode,
            String name,
            boolean required,
            Step step,
            @Nullable String source,
            @Nullable Instant asOf,
            boolean submitted,
            Bilingual reason) {}
}
