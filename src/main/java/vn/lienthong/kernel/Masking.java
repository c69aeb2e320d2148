package vn.lienthong.kernel;

import org.jspecify.annotations.Nullable;

/** Hides personal data in logs and lists while leaving enough to recognise one's own case. */
public final class Masking {
    private Masking() {}

    /** A personal number as its first three and last two digits; anything of six characters or fewer is hidden whole. */
    public static String number(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "";
        }
        return value.length() <= 6 ? "***" : value.substring(0, 3) + "*****" + value.substring(value.length() - 2);
    }

    /** A person's name as the initials of all words but the last: {@code N. V. Mẫu}. */
    public static String name(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "";
        }
        String[] words = value.strip().split("\\s+", -1);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < words.length - 1; i++) {
            masked.appendCodePoint(words[i].codePointAt(0)).append(". ");
        }
        return masked.append(words[words.length - 1]).toString();
    }
}
