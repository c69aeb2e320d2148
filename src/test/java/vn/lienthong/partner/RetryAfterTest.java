package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "0, PT0S",
        "999999, PT1H",
        "'Sat, 21 Nov 2026 08:00:30 GMT', PT30S",
        "'Sat, 21 Nov 2026 07:00:00 GMT', PT0S",
        "' 5 ', PT5S"
    })
    void readable(String value, Duration pause) {
        assertThat(RetryAfter.of(new BasicHeader("Retry-After", value), NOW)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "99999999999", "''"})
    void unreadable_isNone(String value) {
        assertThat(RetryAfter.of(new BasicHeader("Retry-After", value), NOW)).isNull();
    }

    @Test
    void absent_isNone() {
        assertThat(RetryAfter.of(null, NOW)).isNull();
    }
}
