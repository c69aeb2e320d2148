package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.GatewayClock;

/** Announced closing times, as written in a partner entry. 22/11/2026 is a Sunday. */
class MaintenanceWindowTest {
    private static final Map<String, String> SUNDAY_NIGHT = Map.of("days", "SUNDAY", "from", "22:00", "until", "02:00");
    private static final Map<String, String> EVERY_NOON = Map.of("from", "12:00", "until", "13:00");
    private static final Map<String, String> ONE_WEEKEND =
            Map.of("first-day", "2026-11-21", "last-day", "2026-11-22", "from", "18:00", "until", "18:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T21:59:59, false",
        "2026-11-22T22:00, true",
        "2026-11-23T01:59:59, true",
        "2026-11-23T02:00, false",
        "2026-11-23T22:30, false",
        "2026-11-22T01:00, false"
    })
    void runsPastMidnight(LocalDateTime time, boolean closed) {
        check(SUNDAY_NIGHT, time, closed);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T11:59:59, false", "2026-11-24T12:00, true", "2026-11-24T13:00, false"})
    void comesEveryDay(LocalDateTime time, boolean closed) {
        check(EVERY_NOON, time, closed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T17:59, false",
        "2026-11-21T18:00, true",
        "2026-11-22T18:00, true",
        "2026-11-23T17:59, true",
        "2026-11-23T18:00, false",
        "2027-11-21T19:00, false"
    })
    void holdsBetweenTwoDays(LocalDateTime time, boolean closed) {
        check(ONE_WEEKEND, time, closed);
    }

    private static void check(Map<String, String> window, LocalDateTime time, boolean closed) {
        String[] settings = window.entrySet().stream()
                .map(entry -> "portal.maintenance[0]." + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        assertThat(TestPartners.of(settings)
                        .get("portal")
                        .inMaintenance(time.atZone(GatewayClock.ZONE).toInstant()))
                .isEqualTo(closed);
    }
}
