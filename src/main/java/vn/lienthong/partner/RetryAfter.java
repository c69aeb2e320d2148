package vn.lienthong.partner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110 section 10.2.3): seconds or a date; an hour at most. */
final class RetryAfter {
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    static @Nullable Duration of(@Nullable Header header, Instant now) {
        String value = header == null ? null : header.getValue();
        if (value == null || value.isBlank()) {
            return null;
        }
        Duration pause = read(value.strip(), now);
        if (pause == null) {
            return null;
        }
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(MOST) > 0 ? MOST : pause;
    }

    private static @Nullable Duration read(String value, Instant now) {
        if (value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
