package vn.lienthong.dossier;

/**
 * Tells numbers that were surely typed to get past a form. Twelve digits (personal number, NĐ 137/2015 Đ13; it has no
 * check digit) or nine (old identity card); foreign papers with letters are left alone.
 */
final class PersonalIds {
    private PersonalIds() {}

    static boolean plausible(String id) {
        String text = id.strip();
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return true;
        }
        if (text.length() != 12 && text.length() != 9) {
            return false;
        }
        boolean oneDigit = text.chars().distinct().count() == 1;
        boolean counting = "123456789012".startsWith(text) || "012345678901".startsWith(text);
        boolean nearlyZero = text.substring(0, text.length() - 2).chars().allMatch(c -> c == '0');
        return !oneDigit && !counting && !nearlyZero;
    }
}
