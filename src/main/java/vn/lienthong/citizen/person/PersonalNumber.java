package vn.lienthong.citizen.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number somebody is known by: twelve digits (personal number, NĐ 137/2015 Đ13: place of birth, gender and century,
 * year of birth, six more; no check digit), or the nine digits of the identity cards before.
 */
public record PersonalNumber(String value) {
    private static final int PERSONAL = 12;
    private static final int OLD_CARD = 9;

    /** Reads a number; empty when it has another form or was surely typed to get past a check. */
    public static Optional<PersonalNumber> parse(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        boolean digits = plain.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean known = plain.length() == PERSONAL || plain.length() == OLD_CARD;
        boolean sameDigit = plain.chars().distinct().count() < 2;
        boolean nowhere = plain.length() == PERSONAL && plain.startsWith("000");
        return digits && known && !sameDigit && !nowhere ? Optional.of(new PersonalNumber(plain)) : Optional.empty();
    }

    /** Whether it is one of nine digits. */
    public boolean oldCard() {
        return value.length() == OLD_CARD;
    }

    /** The code of what contradicts this birth, if anything does. */
    public Optional<String> contradiction(BirthDate born) {
        if (oldCard() || bornIn() == born.year()) {
            return Optional.empty();
        }
        boolean sameInCentury = bornIn() % 100 == born.year() % 100;
        return Optional.of(sameInCentury ? "PERSONAL-ID-CENTURY" : "PERSONAL-ID-YEAR");
    }

    /** Whether the number contradicts this gender. */
    public boolean contradictsGender(boolean male) {
        return !oldCard() && (digit(3) % 2 == 0) != male;
    }

    private int bornIn() {
        return 1900 + 100 * (digit(3) / 2) + Integer.parseInt(value.substring(4, 6));
    }

    private int digit(int place) {
        return value.charAt(place) - '0';
    }

    @Override
    public String toString() {
        return "***"; // a log must not hold it
    }
}
