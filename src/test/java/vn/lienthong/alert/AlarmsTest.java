package vn.lienthong.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import vn.lienthong.delivery.BacklogGroup;
import vn.lienthong.delivery.DeliveryState;

class AlarmsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void oneAlarmForEachPartnerAndReason_overAllKinds() {
        List<Alarm> alarms = alarms(
                group("dossier", DeliveryState.PARKED, "MAYBE-SENT", 3, 1),
                group("progress", DeliveryState.PARKED, "MAYBE-SENT", 4, 1),
                group("progress", DeliveryState.REFUSED, "CONTENT-REFUSED", 5, 1));

        assertThat(alarms).extracting(Alarm::count).containsExactly(7L, 5L);
        assertThat(alarms.getFirst().what().vi()).contains("portal").contains("MAYBE-SENT");
        assertThat(alarms.getFirst().page()).isEqualTo("/deliveries?partner=portal&state=PARKED&reason=MAYBE-SENT");
    }

    @Test
    void whatWaitsItsTurn_isNoAlarm_untilItWaitsTooLong() {
        assertThat(alarms(group("dossier", DeliveryState.READY, null, 100_000, 9)))
                .isEmpty();

        assertThat(alarms(
                        group("dossier", DeliveryState.READY, "PARTNER-UNREACHABLE", 10, 11),
                        group("progress", DeliveryState.UNCERTAIN, null, 1, 12)))
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.cause()).isEqualTo("waiting:portal");
                    assertThat(alarm.count()).isEqualTo(11);
                    assertThat(alarm.what().vi()).contains("10 phút");
                });
    }

    @Test
    void aReasonWithoutAText_isNamedByItsCode() {
        assertThat(alarms(group("dossier", DeliveryState.PARKED, null, 1, 1)))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.page()).isEqualTo("/deliveries?partner=portal&state=PARKED"));
    }

    @Test
    void aPartThatReportsTrouble_isAnAlarmOfThisNode_withWhatItSays() {
        Map<String, Health> parts = Map.of(
                "db",
                Health.up().build(),
                "evidence",
                Health.status("DEGRADED")
                        .withDetail("mismatch", "lá 7 không khớp")
                        .build());

        assertThat(HealthAlarms.of(parts)).singleElement().satisfies(alarm -> {
            assertThat(alarm.cause()).isEqualTo("health:evidence");
            assertThat(alarm.local()).isTrue();
            assertThat(alarm.what().vi()).contains("DEGRADED").contains("lá 7 không khớp");
        });
    }

    private static List<Alarm> alarms(BacklogGroup... groups) {
        return new DeliveryAlarms(null, AlertWorld.SETTINGS).of(List.of(groups));
    }

    private static BacklogGroup group(
            String kind, DeliveryState state, @Nullable String reason, long number, int minutes) {
        return new BacklogGroup("portal", kind, state, reason, number, Duration.ofMinutes(minutes), NOW, NOW);
    }
}
