package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Finds dossiers by their applicant: by the whole name or telling words of it, without accents and capitals, or by the exact
 * number of the person or business. Whoever asks must have written down first who asks and why.
 */
@Component
public class Applicants {
    /** So many are opened to compare them; who has more namesakes must be told apart by more words. */
    private static final int COMPARED = 300;

    private final PersonRepository rows;
    private final PersonMarks marks;
    private final PersonIndex index;
    private final DossierRepository dossiers;
    private final EventRepository events;

    Applicants(
            PersonRepository rows,
            PersonMarks marks,
            PersonIndex index,
            DossierRepository dossiers,
            EventRepository events) {
        this.rows = rows;
        this.marks = marks;
        this.index = index;
        this.dossiers = dossiers;
        this.events = events;
    }

    /**
     * What was found, the latest first.
     *
     * @param more whether there are others that were not looked at
     * @param filling whether dossiers from before may still be missing
     */
    public record Found(List<DossierRecord> dossiers, boolean more, boolean filling) {}

    /** A name for the audit: the same for the same search, and telling nobody without the key whom it was for. */
    public String markOf(String typed) {
        long mark = isNumber(typed) ? marks.number(typed) : marks.whole(NameWords.of(typed));
        return HexFormat.of().toHexDigits(mark);
    }

    /** Finds by a name or a number; refuses with 422 {@code DOSSIER-NAME-COMMON} a word that too many names have. */
    public Found find(String typed) {
        if (isNumber(typed)) {
            List<String> bearing = rows.bearing(List.of(marks.number(typed)), COMPARED + 1);
            String plain = PersonMarks.plain(typed);
            return compared(bearing, applicant -> isOf(applicant, plain));
        }
        List<String> words = NameWords.of(typed);
        List<String> telling = NameWords.telling(words);
        if (words.isEmpty() || (telling.isEmpty() && words.size() == 1)) {
            throw new ProblemException(Problem.of(
                    422,
                    "DOSSIER-NAME-COMMON",
                    "Quá nhiều người có chữ này trong tên. Hãy gõ cả họ tên hoặc thêm tên gọi.",
                    "Too many people have this word in their name. Type the whole name or add the given name."));
        }
        Set<String> bearing = new LinkedHashSet<>(rows.bearing(List.of(marks.whole(words)), COMPARED + 1));
        if (!telling.isEmpty()) {
            bearing.addAll(rows.bearing(telling.stream().map(marks::word).toList(), COMPARED + 1));
        }
        return compared(List.copyOf(bearing), applicant -> hasAll(NameWords.of(applicant.name()), words));
    }

    /** Whether this is meant as a number: mostly digits, as no name is. */
    public static boolean isNumber(String typed) {
        String plain = PersonMarks.plain(typed);
        return plain.length() >= 6 && plain.chars().filter(Character::isDigit).count() * 2 > plain.length();
    }

    private Found compared(List<String> bearing, java.util.function.Predicate<DossierContent.Party> is) {
        Map<UUID, DossierRecord> states = new HashMap<>();
        dossiers.find(bearing.subList(0, Math.min(COMPARED, bearing.size())))
                .values()
                .forEach(record -> {
                    UUID state = record.stateEvent();
                    if (state != null) {
                        states.put(state, record);
                    }
                });
        List<DossierRecord> found = new ArrayList<>();
        events.load(states.keySet()).forEach((id, event) -> {
            DossierRecord record = states.get(id);
            if (record != null
                    && event instanceof DossierEvent.StateTold told
                    && is.test(told.content().applicant())) {
                found.add(record);
            }
        });
        found.sort(Comparator.comparing(DossierRecord::updatedAt).reversed());
        return new Found(List.copyOf(found), bearing.size() > COMPARED, index.isFilling());
    }

    private static boolean isOf(DossierContent.Party applicant, String plain) {
        return java.util.stream.Stream.of(applicant.personalId(), applicant.taxCode())
                .anyMatch(number -> number != null && PersonMarks.plain(number).equals(plain));
    }

    /** Each word as often as it was typed. */
    private static boolean hasAll(List<String> name, List<String> typed) {
        List<String> left = new ArrayList<>(name);
        return typed.stream().allMatch(left::remove);
    }
}
