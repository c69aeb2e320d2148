package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.How;

/**
 * That a dossier went over from an agency to the one that took over from it. Its number, its clock and its history stay.
 *
 * @param by who decided: {@code gateway} where nobody had to choose
 * @param reason why this one was chosen, null where nobody had to choose
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rehoming(
        String from,
        String to,
        How how,
        LocalDate holdsFrom,
        String legalBasis,
        String by,
        @Nullable String reason) {
    /** From where to where, on what basis and why, in one line. */
    public String words() {
        String why = reason == null ? "" : "; " + reason;
        return from + " → " + to + " (" + how + ", " + holdsFrom + ", " + legalBasis + ")" + why;
    }

    /** How the old agency ended, as a word for others. */
    public String manner() {
        return how.name();
    }

    /** To the only one that took over. */
    static Rehoming plain(Succession ended) {
        return new Rehoming(
                ended.from(), ended.heir(), ended.how(), ended.holdsFrom(), ended.legalBasis(), "gateway", null);
    }

    /** To the one that a person chose. */
    static Rehoming chosen(Succession ended, String to, String by, String reason) {
        return new Rehoming(ended.from(), to, ended.how(), ended.holdsFrom(), ended.legalBasis(), by, reason);
    }
}
