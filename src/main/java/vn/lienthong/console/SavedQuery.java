package vn.lienthong.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** A list with its conditions, each of which the list knows. */
record SavedQuery(SavableList list, SortedMap<String, String> values) {
    private static final int LONGEST = 2000;
    /** Personal numbers of both lengths, and telephone numbers between them, alone however they are grouped. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{9,12}");
    /** The same among other words; what goes on before or after, as the number of a dossier or a delivery does, is none. */
    private static final Pattern AMONG_WORDS =
            Pattern.compile("(?<![\\p{L}0-9:/.-])(?:[0-9][\\s\\p{Z}.()+-]*){8,11}[0-9](?![0-9]|[.:/-]?[\\p{L}0-9])");

    /** What of these parameters can be kept; the others, a place in the list for one, are left out. */
    static SavedQuery of(SavableList list, Map<String, String> asked) {
        SortedMap<String, String> values = new TreeMap<>();
        list.conditions().forEach((name, allowed) -> {
            String value = asked.get(name);
            if (value != null) {
                String tidy = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
                if (allowed.matcher(tidy).matches()) {
                    values.put(name, tidy);
                }
            }
        });
        return new SavedQuery(list, values);
    }

    /** Reads what was stored: a page or a condition that is no longer known is left out. */
    static Optional<SavedQuery> stored(String page, String query) {
        return SavableList.at(page).map(list -> of(list, parse(query)));
    }

    /** Reads what a form sent; refuses with 422 whatever is not exactly what a page offered. */
    static SavedQuery require(String page, String query) {
        SavableList list = SavableList.at(page).orElseThrow(SavedQuery::unknown);
        if (query.length() > LONGEST) {
            throw unknown();
        }
        Map<String, String> asked = parse(query);
        SavedQuery read = of(list, asked);
        if (!read.values().keySet().equals(asked.keySet())) {
            throw unknown();
        }
        if (read.isPersonal()) {
            throw personal();
        }
        return read;
    }

    /** Whether it holds what looks like a person's number. */
    boolean isPersonal() {
        return values.values().stream().anyMatch(SavedQuery::isPersonal);
    }

    static boolean isPersonal(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return PERSONAL.matcher(plain.replaceAll("[\\s.()+-]", "")).matches()
                || AMONG_WORDS.matcher(plain).find();
    }

    /** The address of the page. */
    String link() {
        return values.isEmpty() ? list.path() : list.path() + "?" + text();
    }

    /** The conditions as they are stored. */
    String text() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The conditions for people. */
    String words() {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> found = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                try {
                    found.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
                } catch (IllegalArgumentException garbled) {
                    throw unknown();
                }
            } else if (!pair.isEmpty()) {
                found.put(pair, "");
            }
        }
        return found;
    }

    static ProblemException personal() {
        return new ProblemException(Problem.of(
                422,
                "VIEW-PERSONAL",
                "Tên và bộ lọc được lưu không được chứa số giống số định danh hay số điện thoại.",
                "A saved name or filter must not hold what looks like a personal or telephone number."));
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(
                422,
                "VIEW-QUERY",
                "Trang này hoặc bộ lọc này không lưu được. Hãy mở lại danh sách rồi lưu từ đó.",
                "This page or filter cannot be saved. Open the list again and save it from there."));
    }
}
