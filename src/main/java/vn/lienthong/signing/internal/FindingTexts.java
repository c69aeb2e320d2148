package vn.lienthong.signing.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.Finding;

/** What the library finds, told in both languages: English as it says it, Vietnamese from {@code findings-vi.properties}. */
final class FindingTexts {
    private static final Properties VIETNAMESE = load("findings-vi.properties");
    private static final Properties ENGLISH = load("findings-en.properties");

    private FindingTexts() {}

    static Finding finding(Finding.Severity severity, String code, String english) {
        String en = ENGLISH.getProperty(code, english);
        String vi = VIETNAMESE.getProperty(code, "Một kiểm tra theo ETSI EN 319 102-1 không đạt: " + english);
        return new Finding(severity, code, new Bilingual(vi, en));
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(FindingTexts.class.getResourceAsStream("/signing/" + name)),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
