package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was told, laid over what the files say: from the day on which a code was first told the files are silent about it. An
 * agency that the province itself has closed stays closed, whatever is told: its successor stands in no other list.
 */
final class Overlay {
    private static final Logger LOG = LoggerFactory.getLogger(Overlay.class);

    private Overlay() {}

    /** Both together; a contradiction between them is thrown. */
    static Catalogue over(Catalogue files, List<ToldEntry> told) {
        return new Catalogue(
                new Procedures(laid(
                        files.procedures().versions().all(),
                        byCode(told, EntryList.PROCEDURE),
                        Procedure.class,
                        Procedure::during,
                        own -> false)),
                new Agencies(
                        laid(
                                files.agencies().versions().all(),
                                byCode(told, EntryList.AGENCY),
                                Agency.class,
                                Agency::during,
                                own -> ends(files, own.code())),
                        files.agencies().successions(),
                        () -> LocalDate.MAX));
    }

    /** Whether the province itself has said how this code ends. */
    static boolean ends(Catalogue files, String code) {
        return files.agencies().successions().find(Succession.Kind.AGENCY, code).isPresent();
    }

    /** Both together, or nothing where they contradict each other: a catalogue that holds is not given up. */
    static Optional<Catalogue> tryOver(Catalogue files, List<ToldEntry> told) {
        try {
            return Optional.of(over(files, told));
        } catch (InvalidEntry contradiction) {
            LOG.error(
                    "Danh mục lấy từ Cổng không khớp với tệp danh mục, tạm giữ danh mục đang dùng / what the portal told"
                            + " contradicts the files, the catalogue stays as it is: {}",
                    contradiction.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, List<ToldEntry>> byCode(List<ToldEntry> told, EntryList list) {
        return told.stream()
                .filter(entry -> entry.list() == list)
                .sorted(Comparator.comparing(ToldEntry::validFrom))
                .collect(Collectors.groupingBy(ToldEntry::code, TreeMap::new, Collectors.toList()));
    }

    private static <T extends Dated> List<T> laid(
            List<T> files, Map<String, List<ToldEntry>> told, Class<T> type, Redated<T> redated, Predicate<T> stands) {
        files.stream().filter(stands).map(Dated::code).forEach(told::remove);
        List<T> all = new ArrayList<>();
        for (T own : files) {
            List<ToldEntry> over = told.get(own.code());
            if (over == null) {
                all.add(own);
            } else if (own.validFrom().isBefore(over.getFirst().validFrom())) {
                LocalDate last = over.getFirst().validFrom().minusDays(1);
                LocalDate ownLast = own.validTo();
                all.add(redated.during(
                        own, own.validFrom(), ownLast == null || ownLast.isAfter(last) ? last : ownLast));
            }
        }
        told.values().forEach(versions -> {
            for (int i = 0; i < versions.size(); i++) {
                ToldEntry version = versions.get(i);
                String content = version.content();
                if (content != null) {
                    LocalDate to = i + 1 < versions.size()
                            ? versions.get(i + 1).validFrom().minusDays(1)
                            : null;
                    all.add(redated.during(ToldForm.read(content, type), version.validFrom(), to));
                }
            }
        });
        return all;
    }

    /** The same entry, valid from a day to a day. */
    private interface Redated<T> {
        T during(T entry, LocalDate from, @Nullable LocalDate to);
    }
}
