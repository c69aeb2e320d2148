package vn.lienthong.citizen.person;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people write them. They are compared with their accents; without them only to say what may be wrong. */
public final class PersonName {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private PersonName() {}

    /** The name with composed letters and single spaces, whatever form it came in. */
    public static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /** As the population register wants it: capitals, no accents, no spaces. */
    public static String registerForm(String name) {
        return withoutAccents(tidy(name)).replace(" ", "");
    }

    /** Whether both are the same name; capitals make no difference, accents do. */
    public static boolean same(String one, String other) {
        return tidy(one).toUpperCase(VIETNAMESE).equals(tidy(other).toUpperCase(VIETNAMESE));
    }

    /** Whether nothing but accents tells them apart. */
    public static boolean sameButForAccents(String one, String other) {
        return !same(one, other) && withoutAccents(tidy(one)).equals(withoutAccents(tidy(other)));
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toUpperCase(Locale.ROOT);
    }
}
