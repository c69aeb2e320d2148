package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries by code, each code's entries in the order of time. Immutable. */
final class Versions<T extends Dated> {
    private final Map<String, List<T>> byCode;

    Versions(List<T> entries) {
        Map<String, List<T>> grouped = entries.stream()
                .sorted(Comparator.comparing(Dated::validFrom))
                .collect(Collectors.groupingBy(Dated::code, TreeMap::new, Collectors.toUnmodifiableList()));
        grouped.values().forEach(Versions::requireOneAfterTheOther);
        this.byCode = Map.copyOf(grouped);
    }

    Optional<T> find(String code, LocalDate on) {
        for (T version : byCode.getOrDefault(code, List.of())) {
            if (version.validOn(on)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    Optional<T> latest(String code) {
        List<T> versions = byCode.get(code);
        return versions == null ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** Every version of every code. */
    List<T> all() {
        return byCode.values().stream().flatMap(List::stream).toList();
    }

    List<T> all(LocalDate on) {
        List<T> valid = new ArrayList<>();
        byCode.values()
                .forEach(versions ->
                        versions.stream().filter(version -> version.validOn(on)).forEach(valid::add));
        valid.sort(Comparator.comparing(Dated::code));
        return List.copyOf(valid);
    }

    private static void requireOneAfterTheOther(List<? extends Dated> versions) {
        LocalDate free = LocalDate.MIN;
        for (Dated version : versions) {
            LocalDate last = version.validTo();
            if (last != null && last.isBefore(version.validFrom())) {
                throw new InvalidEntry(
                        version.code(), "validTo đứng trước validFrom", "validTo stands before validFrom");
            }
            if (version.validFrom().isBefore(free)) {
                throw new InvalidEntry(
                        version.code(),
                        "hai phiên bản cùng hiệu lực từ ngày " + version.validFrom(),
                        "two versions hold on " + version.validFrom());
            }
            free = last == null ? LocalDate.MAX : last.plusDays(1);
        }
    }
}
