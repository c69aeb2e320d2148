package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list that was told changes. A change holds from tomorrow: what holds today has begun, and dossiers have started under
 * it. Only a code that nobody knew holds from the beginning, so that no dossier is older than its procedure.
 *
 * @param put rows to write
 * @param forget rows of days to come that nothing is left of
 * @param added codes told for the first time
 * @param changed codes told otherwise than before
 * @param gone codes told before and not any more
 * @param listed how many were told before
 */
record Difference(List<ToldEntry> put, List<ToldEntry> forget, int added, int changed, List<String> gone, int listed) {
    /**
     * Compares.
     *
     * @param rows what is kept of this list
     * @param told each code's content as told now
     * @param known whether the files know a code
     * @param settled whether the province itself has ended a code
     * @param ends whether a code that is told no more ends; where not, it goes on until a person says who took over
     */
    static Difference of(
            EntryList list,
            List<ToldEntry> rows,
            Map<String, String> told,
            Predicate<String> known,
            Predicate<String> settled,
            boolean ends,
            LocalDate today) {
        Map<String, KeptEntry> kept = new TreeMap<>();
        List<ToldEntry> inTime =
                rows.stream().sorted(Comparator.comparing(ToldEntry::validFrom)).toList();
        for (ToldEntry row : inTime) {
            kept.computeIfAbsent(row.code(), code -> new KeptEntry()).add(row, today);
        }
        Difference found = new Difference(new ArrayList<>(), new ArrayList<>(), 0, 0, new ArrayList<>(), 0);
        int added = 0;
        int changed = 0;
        int listed = 0;
        Map<String, @Nullable String> wanted = new HashMap<>(told);
        for (Map.Entry<String, KeptEntry> entry : kept.entrySet()) {
            boolean was = entry.getValue().last() != null && !settled.test(entry.getKey());
            listed += was ? 1 : 0;
            if (!told.containsKey(entry.getKey()) && was) {
                found.gone.add(entry.getKey());
                if (ends) {
                    wanted.put(entry.getKey(), null);
                }
            }
        }
        for (Map.Entry<String, @Nullable String> one : wanted.entrySet()) {
            String code = one.getKey();
            KeptEntry before = kept.get(code);
            if (before == null) {
                added++;
                LocalDate from = known.test(code) ? today.plusDays(1) : ToldForm.ALWAYS;
                found.put.add(new ToldEntry(list, code, from, one.getValue()));
            } else if (!Objects.equals(before.last(), one.getValue())) {
                changed += told.containsKey(code) ? 1 : 0;
                found.forget.addAll(before.toCome());
                boolean neverHeld = !before.begun() && one.getValue() == null;
                if (!neverHeld && !before.holds(one.getValue())) {
                    found.put.add(new ToldEntry(list, code, today.plusDays(1), one.getValue()));
                }
            }
        }
        return new Difference(found.put, found.forget, added, changed, found.gone, listed);
    }
}
