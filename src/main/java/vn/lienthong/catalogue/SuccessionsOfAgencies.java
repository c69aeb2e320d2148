package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.catalogue.Succession.Heir;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Succession.Kind;

/** Brings the list of agencies and the table of successions together. */
final class SuccessionsOfAgencies {
    private static final String LISTED = "Danh mục cơ quan / list of agencies";

    private SuccessionsOfAgencies() {}

    /** The table, and what the list of agencies itself says of codes that were replaced. */
    static Successions together(List<Agency> agencies, Successions table) {
        List<Succession> all = new ArrayList<>(table.all(Kind.WARD));
        all.addAll(table.all(Kind.AGENCY));
        Set<String> codes = new HashSet<>();
        for (Agency agency : agencies) {
            codes.add(agency.code());
            LocalDate last = agency.validTo();
            String successor = agency.successor();
            boolean latest = agencies.stream()
                    .noneMatch(other -> other.code().equals(agency.code())
                            && other.validFrom().isAfter(agency.validFrom()));
            if (latest
                    && last != null
                    && successor != null
                    && table.find(Kind.AGENCY, agency.code()).isEmpty()) {
                all.add(new Succession(
                        Kind.AGENCY,
                        agency.code(),
                        How.RENAMED,
                        last.plusDays(1),
                        null,
                        List.of(new Heir(successor, "", "")),
                        LISTED));
            }
        }
        for (Agency agency : agencies) {
            String successor = agency.successor();
            if (successor != null) {
                known(agency.code(), successor, codes);
            }
        }
        for (Succession one : table.all(Kind.AGENCY)) {
            if (!codes.contains(one.from())) {
                throw new InvalidEntry(
                        one.from(),
                        "bảng kế thừa nêu mã không có trong danh mục",
                        "the table of successions names an unknown code");
            }
            one.heirs().forEach(heir -> known(one.from(), heir.code(), codes));
        }
        return new Successions(all);
    }

    private static void known(String from, String successor, Set<String> codes) {
        if (!codes.contains(successor)) {
            throw new InvalidEntry(
                    from,
                    "cơ quan kế thừa " + successor + " không có trong danh mục",
                    "successor " + successor + " is unknown");
        }
    }

    /** The agencies with the last day that the table gives them, whatever else was told of them. */
    static List<Agency> cut(List<Agency> agencies, Successions all) {
        List<Agency> cut = new ArrayList<>();
        for (Agency agency : agencies) {
            Optional<Succession> ends = all.find(Kind.AGENCY, agency.code());
            LocalDate last = ends.map(end -> end.holdsFrom().minusDays(1)).orElse(null);
            LocalDate own = agency.validTo();
            if (last == null || (own != null && !own.isAfter(last))) {
                cut.add(agency);
            } else if (!agency.validFrom().isAfter(last)) {
                cut.add(agency.during(agency.validFrom(), last));
            }
        }
        return cut;
    }
}
