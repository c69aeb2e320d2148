package vn.lienthong.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.DataSeal;

/**
 * Marks by which a dossier is found by its applicant: the whole name, each telling word of it, each number of the person. A
 * mark is eight bytes of an HMAC under a key of its own; nobody without the key can try names out against it.
 */
@Component
class PersonMarks {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    PersonMarks(DataSeal seal) {
        this.key = new SecretKeySpec(seal.derive("mark: applicant of a dossier"), ALGORITHM);
    }

    /** All marks of an applicant, in one order. */
    Collection<Long> of(DossierContent.Party applicant) {
        List<String> words = NameWords.of(applicant.name());
        SortedSet<Long> marks = new TreeSet<>();
        if (!words.isEmpty()) {
            marks.add(whole(words));
        }
        NameWords.telling(words).forEach(word -> marks.add(word(word)));
        Stream.of(applicant.personalId(), applicant.taxCode())
                .filter(Objects::nonNull)
                .filter(number -> !number.isBlank())
                .forEach(number -> marks.add(number(number)));
        return marks;
    }

    /** The mark of a whole name. */
    long whole(List<String> words) {
        return mark("name:" + String.join(" ", words));
    }

    /** The mark of one word of a name. */
    long word(String word) {
        return mark("word:" + word);
    }

    /** The mark of a number of a person or business; blanks and dots make no difference. */
    long number(String number) {
        return mark("number:" + plain(number));
    }

    /** A number as it is compared. */
    static String plain(String number) {
        return number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    private long mark(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(whole, Long.BYTES)).getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
