package vn.lienthong.linked;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.calendar.Term;

/**
 * One part of a linked procedure.
 *
 * @param procedure code of the procedure that carries it out: the leg's dossier is of this procedure and names its parent
 * @param after legs that must be done before it may begin
 * @param chosen whether applicants may leave it out
 * @param term how long it may take once its own dossier was received
 * @param endedBy fact given by another leg that ends this one where it has no dossier of its own; null for none
 */
record Leg(
        String code,
        String name,
        String procedure,
        List<String> after,
        boolean chosen,
        Term term,
        @Nullable String endedBy) {
    Leg {
        after = after == null ? List.of() : List.copyOf(after);
    }

    /** One that only its own dossier ends. */
    Leg(String code, String name, String procedure, List<String> after, boolean chosen, Term term) {
        this(code, name, procedure, after, chosen, term, null);
    }
}
