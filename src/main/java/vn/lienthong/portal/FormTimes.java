package vn.lienthong.portal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.kernel.GatewayClock;

/** Times in a partner's own writing, always as the clock in Việt Nam shows them. */
final class FormTimes {
    private static final DateTimeFormatter NATIONAL = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private FormTimes() {}

    /** A time of ours or of the national form by this pattern; empty when it is no time. */
    static Optional<String> write(String text, String pattern) {
        try {
            ZonedDateTime time = text.matches("[0-9]{14}")
                    ? LocalDateTime.parse(text, NATIONAL).atZone(GatewayClock.ZONE)
                    : OffsetDateTime.parse(text).atZoneSameInstant(GatewayClock.ZONE);
            return Optional.of(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
