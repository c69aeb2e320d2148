package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import vn.lienthong.national.NationalComparison;
import vn.lienthong.national.NationalComparison.Verdict;
import vn.lienthong.portal.session.ItemForm;
import vn.lienthong.portal.session.Question;

/**
 * Does what a partner shows hold what we sent in its own form? Only what shows all of it confirms: a state that agrees in
 * the little that is shown may still be an older one.
 */
final class FormComparison {
    private final ItemForm.Own form;
    private final Question question;

    FormComparison(ItemForm.Own form, Question question) {
        this.form = form;
        this.question = question;
    }

    /** Whether the dossier shown is the item sent. */
    Verdict ofState(JsonNode shown, JsonNode sent) {
        return compare(shown, sent, false);
    }

    /** Whether the step sent stands among the steps shown under {@code stepsField}. */
    Verdict ofStep(JsonNode shown, JsonNode sent, String stepsField) {
        JsonNode steps = shown.path(stepsField);
        if (!steps.isArray()) {
            return Verdict.CANNOT_TELL;
        }
        Verdict verdict = Verdict.SHOWS_ANOTHER;
        for (JsonNode step : steps) {
            Verdict one = compare(step, sent, true);
            if (one == Verdict.SHOWS_THIS) {
                return one;
            }
            verdict = one == Verdict.CANNOT_TELL ? one : verdict;
        }
        return verdict;
    }

    /**
     * What a step does not tell may be shown with the partner's own default, or belong to another step: nobody can tell. Of a state we
     * know all there is.
     */
    private Verdict compare(JsonNode shown, JsonNode sent, boolean step) {
        String mark = question.mark();
        if (mark != null && sent.hasNonNull(mark)) {
            JsonNode there = shown.get(question.shownAs(mark));
            return blank(there)
                    ? Verdict.CANNOT_TELL
                    : NationalComparison.same(there, sent.get(mark)) ? Verdict.SHOWS_THIS : Verdict.SHOWS_ANOTHER;
        }
        boolean all = true;
        for (String field : form.fields().keySet()) {
            JsonNode there = shown.get(question.shownAs(field));
            JsonNode here = sent.get(field);
            if (step && blank(here)) {
                all &= blank(there);
                continue;
            }
            if (blank(there) && !blank(here)) {
                all = false;
            } else if (!NationalComparison.same(there, here)) {
                return Verdict.SHOWS_ANOTHER;
            }
        }
        return all ? Verdict.SHOWS_THIS : Verdict.CANNOT_TELL;
    }

    private static boolean blank(@Nullable JsonNode node) {
        return NationalComparison.same(node, null);
    }
}
