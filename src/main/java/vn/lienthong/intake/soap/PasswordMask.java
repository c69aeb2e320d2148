package vn.lienthong.intake.soap;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that are kept of a message that carried a password: all of them but the password, of which stars stay. Who reads
 * evidence years later must not learn how to sign in. A signed message carries none and is kept as it came.
 */
final class PasswordMask {
    private static final Pattern PASSWORD =
            Pattern.compile("<(?:[\\w.-]+:)?Password(?:\\s[^<>]*)?>([^<]+)</(?:[\\w.-]+:)?Password\\s*>");

    private PasswordMask() {}

    /** Refuses with 400 a password that is written in a way that could not be found in the text. */
    static byte[] mask(String text, String password) {
        Matcher found = PASSWORD.matcher(text);
        if (!found.find() || !(found.group(1).equals(password) || found.group(1).indexOf('&') >= 0)) {
            throw SoapProblems.passwordForm();
        }
        String masked =
                text.substring(0, found.start(1)) + "*".repeat(found.group(1).length()) + text.substring(found.end(1));
        if (PASSWORD.matcher(text).results().count() != 1) {
            throw SoapProblems.passwordForm();
        }
        return masked.getBytes(StandardCharsets.UTF_8);
    }
}
