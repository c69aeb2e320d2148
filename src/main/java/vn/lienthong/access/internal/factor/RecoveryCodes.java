package vn.lienthong.access.internal.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienthong.kernel.DataSeal;

/**
 * Codes for the day on which the app is gone: digits only, so that they fit the same field and keypad, and too many of them
 * to be guessed. Only a keyed hash is kept, bound to the factor they belong to.
 */
final class RecoveryCodes {
    static final int DIGITS = 16;

    private static final int MADE = 10;
    private static final long LIMIT = 10_000_000_000_000_000L;

    private final SecureRandom random = new SecureRandom();
    private final DataSeal seal;

    RecoveryCodes(DataSeal seal) {
        this.seal = seal;
    }

    /** New ones. */
    List<String> make() {
        return Stream.generate(() -> "%016d".formatted(random.nextLong(LIMIT)))
                .distinct()
                .limit(MADE)
                .toList();
    }

    /** What is kept of one. */
    byte[] hash(UUID factor, String code) {
        return seal.mark((factor + " " + code).getBytes(StandardCharsets.UTF_8), "recovery code");
    }

    /** As people read and write it: four by four. */
    static String shown(String code) {
        return code.replaceAll("(?<=\\d)(?=(\\d{4})+$)", " ");
    }
}
