package vn.lienthong.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.linked.LegView.State;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** Legs from stored dossiers, and what the watch puts before people. */
class LegWatchTest {
    private static final DossierWorld WORLD = new DossierWorld(TestDatabase.fresh());
    private static final WorkingCalendar CALENDAR = WorkingCalendar.read(SchemaFiles.packed());
    private static final LinkedDossiers LINKED =
            new LinkedDossiers(new LinkedProcedures(SchemaFiles.packed()), WORLD.register, CALENDAR, WORLD.clock);
    private static final LegWatch WATCH =
            new LegWatch(LINKED, WORLD.workItems, CALENDAR, WORLD.clock, WORLD.transaction);

    private String parent;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void linked() {
        WORLD.clock.reset();
        WORLD.jdbc.update("delete from work_item");
        parent = MadeUp.number();
        tell(parent, "3.000722", null, DossierStatus.ACCEPTED, 1);
    }

    @Test
    void findsTheLegsOfADossier_andSendsNoneOfThemToThePortal() {
        String birth = MadeUp.number();
        tell(birth, "1.001193", parent, DossierStatus.IN_PROGRESS, 1);

        assertThat(legs()).first().satisfies(leg -> {
            assertThat(leg.state()).isEqualTo(State.RUNNING);
            assertThat(leg.dossier().number()).isEqualTo(birth);
        });
        assertThat(WORLD.deliveries.ofDossier(birth)).isEmpty();
        assertThat(WORLD.deliveries.ofDossier(parent)).hasSize(1);
        assertThat(LINKED.legs(record(birth))).isEmpty();
    }

    @Test
    void tellsOnce_thatNobodyTookALegUp_andTakesItBack() {
        WATCH.look();
        WORLD.clock.advance(Duration.ofDays(5));
        WATCH.look();
        WATCH.look();

        assertThat(items()).extracting(WorkItem::code).containsExactly(LegWatch.NOT_TAKEN);
        assertThat(items().getFirst().occurrences()).isEqualTo(1);
        assertThat(items().getFirst().detail().vi()).contains("BIRTH");

        tell(MadeUp.number(), "1.001193", parent, DossierStatus.ACCEPTED, 1);
        WATCH.look();
        assertThat(items()).extracting(WorkItem::code).doesNotContain(LegWatch.NOT_TAKEN);
    }

    @Test
    void tellsWhatIsLateAndWhatIsThereTwice() {
        tell(MadeUp.number(), "1.001193", parent, DossierStatus.IN_PROGRESS, 1);
        tell(MadeUp.number(), "1.001193", parent, DossierStatus.IN_PROGRESS, 1);
        WORLD.clock.advance(Duration.ofDays(5));
        WATCH.look();

        assertThat(items()).extracting(WorkItem::code).containsExactlyInAnyOrder(LegWatch.LATE, LegWatch.DOUBLE);
    }

    @Test
    void watchesFinishedOnesNoMore() {
        tell(parent, "3.000722", null, DossierStatus.RETURNED, 2);
        WORLD.clock.advance(Duration.ofDays(5));
        WATCH.look();

        assertThat(items()).isEmpty();
        assertThat(LINKED.open("", 1000)).extracting(DossierRecord::number).doesNotContain(parent);
    }

    private List<LegView> legs() {
        return LINKED.legs(record(parent)).orElseThrow();
    }

    private static DossierRecord record(String number) {
        return WORLD.register.find(number).orElseThrow();
    }

    private List<WorkItem> items() {
        return WORLD.workItems(parent).stream()
                .filter(item -> item.code().startsWith("LINKED"))
                .toList();
    }

    private static void tell(String number, String procedure, String parent, DossierStatus status, long revision) {
        var content = Tellings.content(status, body -> {
            body.put("procedureCode", procedure);
            if (parent != null) {
                body.put("parent", parent);
            }
        });
        var answers = WORLD.transaction.execute(
                done -> WORLD.register.apply(List.of(Tellings.state(number, revision, content)), java.util.Map.of()));
        assertThat(answers).allMatch(answer -> answer instanceof vn.lienthong.dossier.DossierAnswer.Accepted);
    }
}
