package vn.lienthong.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.alert.AlertWorld.alarm;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncidentWatchTest {
    private final AlertWorld world = new AlertWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsOfACauseOnce_howeverManyStandForIt() {
        world.alarms = List.of(alarm("delivery:portal:PARKED:MAYBE-SENT", 1));
        assertThat(world.minutes(2)).isEmpty();
        world.alarms = List.of(alarm("delivery:portal:PARKED:MAYBE-SENT", 40_000));

        List<Telling> told = world.minutes(30);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().opened()).singleElement().satisfies(one -> {
            assertThat(one.count()).isEqualTo(40_000);
            assertThat(one.cause()).isEqualTo("delivery:portal:PARKED:MAYBE-SENT");
        });
    }

    @Test
    void tellsNobodyOfABlip_butKeepsItOnRecord() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        assertThat(world.minutes(1)).isEmpty();
        world.alarms = List.of();

        assertThat(world.minutes(20)).isEmpty();

        assertThat(world.incidents.latest(10)).singleElement().satisfies(one -> {
            assertThat(one.closedAt()).isNotNull();
            assertThat(one.toldAt()).isNull();
        });
    }

    @Test
    void saysWhenItIsOver_afterAQuietWhile_andOpensAnewLater() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        assertThat(world.minutes(4)).hasSize(1);
        world.alarms = List.of();
        assertThat(world.minutes(4)).isEmpty();

        assertThat(world.minutes(4))
                .singleElement()
                .satisfies(telling -> assertThat(telling.over()).hasSize(1));

        world.alarms = List.of(alarm("waiting:portal", 5));
        assertThat(world.minutes(5))
                .singleElement()
                .satisfies(telling -> assertThat(telling.opened()).hasSize(1));
        assertThat(world.incidents.latest(10)).hasSize(2);
    }

    @Test
    void aFlickeringCause_staysOneIncident() {
        for (int round = 0; round < 10; round++) {
            world.alarms = List.of(alarm("waiting:portal", 3));
            world.minutes(2);
            world.alarms = List.of();
            world.minutes(2);
        }

        assertThat(world.incidents.latest(10)).hasSize(1);
    }

    @Test
    void remindsOfWhatGoesOn() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        assertThat(world.minutes(5)).hasSize(1);

        world.clock.advance(Duration.ofHours(11));
        assertThat(world.minutes(3)).isEmpty();
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.minutes(3))
                .singleElement()
                .satisfies(telling -> assertThat(telling.lasting()).hasSize(1));
    }

    @Test
    void aStormOfCauses_isToldTogether_whenTheHoursMessagesAreUsedUp() {
        for (int cause = 1; cause <= 9; cause++) {
            world.alarms = java.util.stream.IntStream.rangeClosed(1, cause)
                    .mapToObj(number -> alarm("cause:" + number, 1))
                    .toList();
            world.minutes(3);
        }
        assertThat(messages()).isEqualTo(3);

        List<Telling> later = world.minutes(60);

        assertThat(later.getFirst().opened()).hasSizeGreaterThan(3);
        assertThat(world.incidents.latest(20)).allMatch(one -> one.toldAt() != null);
    }

    @Test
    void whatBeganAndEndedWhileNoMessageWasLeft_isToldLaterAllTheSame() {
        for (int cause = 1; cause <= 3; cause++) {
            world.alarms = List.of(alarm("cause:" + cause, 1));
            world.minutes(4);
        }
        assertThat(messages()).isEqualTo(3);
        world.alarms = List.of(alarm("short:outage", 1));
        world.minutes(5);
        world.alarms = List.of();
        world.minutes(10);
        assertThat(messages()).isEqualTo(3);

        List<Telling> later = world.minutes(60);

        assertThat(later.stream().flatMap(telling -> telling.over().stream()).map(Incident::cause))
                .contains("short:outage", "cause:3");
    }

    @Test
    void whatCannotBeLookedAt_isNotOver() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        world.minutes(5);
        world.blind = true;

        assertThat(world.minutes(30)).isEmpty();

        assertThat(world.incidents.latest(10)).allMatch(one -> one.closedAt() == null);
    }

    @Test
    void anotherNodesOwnTrouble_isNotEndedHere_untilThatNodeIsSilentForAnHour() {
        world.incidents.seen(
                List.of(new Alarm(
                        "doctor:data:FULL",
                        true,
                        alarm("x", 1).what(),
                        alarm("x", 1).advice(),
                        1,
                        "/doctor")),
                "other-node");

        world.minutes(30);
        assertThat(world.incidents.latest(10)).allMatch(one -> one.closedAt() == null);
        world.minutes(40);
        assertThat(world.incidents.latest(10)).allMatch(one -> one.closedAt() != null);
    }

    @Test
    void twoNodesOpenOne() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        IncidentWatch other = world.watch();
        for (int minute = 0; minute < 5; minute++) {
            other.look();
            world.minutes(1);
        }

        assertThat(world.incidents.latest(10)).hasSize(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void forgetsOldOnes() {
        world.alarms = List.of(alarm("waiting:portal", 3));
        world.minutes(5);
        world.alarms = List.of();
        world.minutes(10);
        world.clock.advance(AlertWorld.SETTINGS.keep().plusDays(1));

        world.watch.forget();

        assertThat(world.incidents.latest(10)).isEmpty();
        assertThat(messages()).isZero();
    }

    private int messages() {
        Integer number = world.jdbc.queryForObject("select count(*) from alert_message", Integer.class);
        return number == null ? 0 : number;
    }
}
