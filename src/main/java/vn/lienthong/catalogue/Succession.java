package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who took over from an agency or a ward, from a day on.
 *
 * @param from the code that ended
 * @param holdsFrom first day on which {@code from} is no more
 * @param writeUntil last day on which systems of the old agency may still write about their own dossiers; null: no end
 * @param heirs who took over, in the order of the list; one only, or a person chooses for each dossier
 * @param legalBasis the text that says so
 */
public record Succession(
        Kind kind,
        String from,
        How how,
        LocalDate holdsFrom,
        @Nullable LocalDate writeUntil,
        List<Heir> heirs,
        String legalBasis) {
    /** Keeps a copy. */
    public Succession {
        heirs = List.copyOf(heirs);
    }

    /** Whether it has come by this day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(holdsFrom);
    }

    /** Whether systems of the old agency may write no more on this day. */
    boolean closedToWriting(LocalDate day) {
        LocalDate last = writeUntil;
        return holdsOn(day) && last != null && day.isAfter(last);
    }

    /** Whether nobody has to choose. */
    public boolean plain() {
        return heirs.size() == 1;
    }

    /** The one who took over; only where it is {@link #plain()}. */
    public String heir() {
        return heirs.getFirst().code();
    }

    /** Whether this one is among those that took over. */
    public boolean offers(String code) {
        return heirs.stream().anyMatch(heir -> heir.code().equals(code));
    }

    /** Codes of those that took over, in one line. */
    public String candidates() {
        return String.join(", ", heirs.stream().map(Heir::code).toList());
    }

    /** What ended. */
    public enum Kind {
        AGENCY,
        WARD
    }

    /** How it ended. */
    public enum How {
        /** The same under another code. */
        RENAMED,
        MERGED,
        SPLIT,
        DISSOLVED
    }

    /** One that took over; name and province are told of wards only, agencies have theirs in their own list. */
    public record Heir(String code, String name, String province) {}
}
