package vn.lienthong.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dossier number in one of the three forms in use: 2018 ({@code 000.00.01.H26-260930-0012}, TT 01/2018 Đ19), provincial
 * 2025 ({@code H15.24133-261121-0007}, TT 03/2025 Đ13) and central ministry service ({@code …-261121-060007}, TT 04/2025
 * Đ23.2: two digits of the ministry, then four or more). {@code agency} solves the dossier, {@code received} is the day of
 * reception. Six final digits read as the central form only when the source is a central system, so the sequence is kept
 * as text.
 */
public record DossierNumber(String value, String agency, LocalDate received, String sequence) {
    private static final Pattern FORMS =
            Pattern.compile("((?:[A-Y][0-9]{2}(?:\\.[A-Z0-9]+)*)|(?:(?:[0-9]{2,3}\\.){3}[A-Y][0-9]{2}))"
                    + "-([0-9]{2})([0-9]{2})([0-9]{2})-([0-9]{4,12})");
    private static final int LONGEST_AGENCY = 35;

    /** Reads a number; empty when it has none of the forms or its date is in no calendar. */
    public static Optional<DossierNumber> parse(@Nullable String text) {
        if (text == null || text.length() > 64) {
            return Optional.empty();
        }
        Matcher form = FORMS.matcher(text);
        if (!form.matches() || part(form, 1).length() > LONGEST_AGENCY) {
            return Optional.empty();
        }
        try {
            LocalDate received = LocalDate.of(2000 + digits(form, 2), digits(form, 3), digits(form, 4));
            return Optional.of(new DossierNumber(text, part(form, 1), received, part(form, 5)));
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }

    private static String part(Matcher form, int group) {
        return java.util.Objects.requireNonNull(form.group(group));
    }

    private static int digits(Matcher form, int group) {
        return Integer.parseInt(part(form, group));
    }
}
