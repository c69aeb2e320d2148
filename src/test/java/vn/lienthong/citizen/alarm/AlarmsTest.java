package vn.lienthong.citizen.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TestTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** Patterns of look-ups that a person should see. */
class AlarmsTest {
    private static final DossierWorld WORLD = new DossierWorld(TestDatabase.fresh());
    private static final LocalTime NEVER = LocalTime.of(3, 0);

    private final DataTracker tracker = TestTracker.on(WORLD.jdbc, WORLD.seal, WORLD.transaction);
    private String dossier;

    @BeforeEach
    void number() {
        dossier = MadeUp.number();
        // look-ups of the tests before this one are long past
        WORLD.clock.advance(Duration.ofDays(2));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void showsAnOfficerWhoLooksUpManyPersons_onceADay() {
        Alarms alarms = alarms(4, 0, 0, NEVER, NEVER.plusMinutes(1));
        for (int person = 0; person < 3; person++) {
            asked("066080000001", "06609000010" + person);
        }
        asked("066080000001", "066090000100");
        alarms.look();
        assertThat(items()).as("three persons, one of them twice").isEmpty();

        asked("066080000001", "066090000109");
        alarms.look();
        alarms.look();

        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("LOOKUP-MANY-PERSONS");
            assertThat(item.occurrences()).isEqualTo(1);
            assertThat(item.detail().both())
                    .doesNotContain("066080000001", "066090000109")
                    .contains("4");
        });
    }

    @Test
    void showsAPersonWhomManyOfficersLookUp() {
        Alarms alarms = alarms(0, 3, 0, NEVER, NEVER.plusMinutes(1));
        asked("066080000011", "066090000111");
        asked("066080000012", "066090000111");
        asked("066080000012", "066090000111");
        alarms.look();
        assertThat(items()).isEmpty();

        asked("066080000013", "066090000111");
        alarms.look();

        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("LOOKUP-ONE-PERSON");
            assertThat(item.detail().both()).doesNotContain("066090000111");
        });
    }

    @Test
    void showsLookUpsAtNight() {
        LocalTime now =
                WORLD.clock.now().atZone(GatewayClock.ZONE).toLocalTime().withNano(0);
        Alarms day = alarms(0, 0, 2, now.plusHours(2), now.plusHours(3));
        Alarms night = alarms(0, 0, 2, now.minusHours(1), now.plusHours(1));
        asked("066080000021", "066090000121");
        night.look();
        asked("066080000021", "066090000121");
        day.look();
        assertThat(items()).isEmpty();

        night.look();

        assertThat(items())
                .singleElement()
                .satisfies(item -> assertThat(item.code()).isEqualTo("LOOKUP-NIGHT"));
    }

    private Alarms alarms(int persons, int officers, int atNight, LocalTime from, LocalTime to) {
        return new Alarms(
                new AlarmRepository(WORLD.jdbc),
                WORLD.workItems,
                WORLD.transaction,
                new AlarmProperties(persons, officers, atNight, from, to),
                WORLD.clock);
    }

    private void asked(String officer, String person) {
        Instant now = WORLD.clock.now();
        tracker.whole(
                new TrackedQuestion(
                        Ids.next(),
                        now,
                        "H15.24133",
                        "H15.24133",
                        officer,
                        "A",
                        dossier,
                        "1.001193",
                        "x",
                        "y",
                        person,
                        List.of(),
                        "POPULATION"),
                new TrackedEnd(now, TrackedEnd.Outcome.MATCHED, null, now, false, null));
    }

    private List<WorkItem> items() {
        return WORLD.workItems(dossier);
    }
}
