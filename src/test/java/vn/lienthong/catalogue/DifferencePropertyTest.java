package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is told when: a day that has come keeps its versions, and tomorrow holds what was told last. */
class DifferencePropertyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final Catalogue NO_FILES = new Catalogue(new Procedures(List.of()), new Agencies(List.of()));
    private static final List<String> CODES = List.of("1.000001", "1.000002", "1.000003");

    /** So many days later this is told. */
    record Telling(int days, Map<String, String> names) {}

    @Provide
    Arbitrary<List<Telling>> tellings() {
        Arbitrary<Map<String, String>> names =
                Arbitraries.maps(Arbitraries.of(CODES), Arbitraries.of("Một", "Hai", "Ba"));
        return net.jqwik.api.Combinators.combine(Arbitraries.integers().between(0, 2), names)
                .as(Telling::new)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void aDayThatHasComeKeepsItsVersions(@ForAll("tellings") List<Telling> tellings) {
        List<ToldEntry> rows = new ArrayList<>();
        Map<LocalDate, Map<String, Optional<String>>> seen = new HashMap<>();
        Map<String, LocalDate> known = new HashMap<>();
        LocalDate today = FIRST;
        for (Telling telling : tellings) {
            for (int i = 0; i < telling.days(); i++) {
                seen.put(today, names(rows, today));
                today = today.plusDays(1);
            }
            for (String code : telling.names().keySet()) {
                known.putIfAbsent(code, today);
            }
            apply(rows, telling, today);
            Map<String, Optional<String>> tomorrow = names(rows, today.plusDays(1));
            for (String code : CODES) {
                assertThat(tomorrow.get(code))
                        .isEqualTo(Optional.ofNullable(telling.names().get(code)));
            }
        }
        for (Map.Entry<LocalDate, Map<String, Optional<String>>> day : seen.entrySet()) {
            Map<String, Optional<String>> now = names(rows, day.getKey());
            for (String code : CODES) {
                // the first word about a code holds for days before it, too
                if (known.containsKey(code) && !known.get(code).isAfter(day.getKey())) {
                    assertThat(now.get(code)).isEqualTo(day.getValue().get(code));
                }
            }
        }
    }

    private static void apply(List<ToldEntry> rows, Telling telling, LocalDate today) {
        Map<String, String> told = new HashMap<>();
        telling.names().forEach((code, name) -> told.put(code, ToldForm.write(BookWorld.procedure(code, name))));
        Difference found = Difference.of(EntryList.PROCEDURE, rows, told, code -> false, code -> false, true, today);
        rows.removeAll(found.forget());
        rows.addAll(found.put());
    }

    private static Map<String, Optional<String>> names(List<ToldEntry> rows, LocalDate on) {
        Procedures procedures = Overlay.over(NO_FILES, rows).procedures();
        Map<String, Optional<String>> names = new HashMap<>();
        CODES.forEach(code -> names.put(code, procedures.find(code, on).map(Procedure::name)));
        return names;
    }
}
