package vn.lienthong.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which events a partner gets; each list that is empty lets everything through. A result goes wherever its sender named,
 * whatever stands here.
 *
 * @param procedures codes of the procedures, with or without their legacy suffix (default: all)
 * @param agencies codes of competent agencies, those below them included (default: all)
 * @param statuses statuses of the dossier, such as {@code ACCEPTED} (default: all)
 */
public record Selection(
        @DefaultValue List<String> procedures,
        @DefaultValue List<String> agencies,
        @DefaultValue List<String> statuses) {
    /** Takes its own lists. */
    public Selection {
        procedures = List.copyOf(procedures);
        agencies = List.copyOf(agencies);
        statuses = List.copyOf(statuses);
    }

    /** Whether an event of such a dossier goes to the partner; one whose procedure nobody told yet does not, where it matters. */
    public boolean takes(@Nullable String procedure, String agency, String status) {
        return (procedures.isEmpty()
                        || (procedure != null && procedures.stream().anyMatch(of -> same(of, procedure))))
                && (agencies.isEmpty() || agencies.stream().anyMatch(of -> below(of, agency)))
                && (statuses.isEmpty() || statuses.contains(status));
    }

    /** {@code 1.001193} and {@code 1.001193.000.00.00.H15} are one procedure. */
    private static boolean same(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".000.") || other.startsWith(one + ".000.");
    }

    /** Codes are read from the left, those of before 2020 from the right. */
    private static boolean below(String whole, String agency) {
        return agency.equals(whole) || agency.startsWith(whole + ".") || agency.endsWith("." + whole);
    }
}
