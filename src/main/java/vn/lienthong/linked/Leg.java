package vn.lienthong.linked;

import java.util.List;
import vn.lienthong.catalogue.calendar.Term;

/**
 * One part of a linked procedure.
 *
 * @param procedure code of the procedure that carries it out: the leg's dossier is of this procedure and names its parent
 * @param after legs that must be done before it may begin
 * @param chosen whether applicants may leave it out
 * @param term how long it may take once its own dossier was received
 */
record Leg(String code, String name, String procedure, List<String> after, boolean chosen, Term term) {
    Leg {
        after = after == null ? List.of() : List.copyOf(after);
    }
}
