package vn.lienthong.dossier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A name as a search takes it: its words in small letters, without accents, with {@code d} for {@code đ}. */
final class NameWords {
    /**
     * Words that so many names have that they find nobody: the commonest family and middle names, what every company is
     * called. They are not marked one by one, because how often a mark stands there would tell what it is of.
     */
    private static final Set<String> COMMON = Set.of(
            "nguyen", "tran", "le", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "van", "thi", "cong", "ty", "tnhh", "cp", "mtv", "co", "trach", "nhiem", "huu", "han");

    private NameWords() {}

    /** The words in their order. */
    static List<String> of(String name) {
        String folded = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
        return Arrays.stream(folded.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Those of them that tell somebody from others. */
    static List<String> telling(List<String> words) {
        return words.stream()
                .filter(word -> !COMMON.contains(word) && word.length() > 1)
                .distinct()
                .toList();
    }
}
