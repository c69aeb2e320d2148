package vn.lienthong.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.linked.LegView.State;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.workitem.WorkItem;

/** Legs from stored dossiers, and what the watch puts before people. */
class LegWatchTest {
    private static final LinkedWorld LINKED = new LinkedWorld();
    private static final DossierWorld WORLD = LINKED.dossiers;
    private static final LegWatch WATCH = new LegWatch(
            LINKED.linked, LINKED.watch, WORLD.workItems, LinkedWorld.CALENDAR, WORLD.clock, WORLD.transaction);

    private String parent;

    @AfterAll
    static void close() {
        LINKED.close();
    }

    @BeforeEach
    void linked() {
        WORLD.clock.reset();
        WORLD.jdbc.update("delete from work_item");
        WORLD.jdbc.update("delete from linked_watch");
        WORLD.jdbc.update("delete from linked_told");
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
        assertThat(LINKED.linked.legs(record(birth))).isEmpty();
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
        assertThat(LINKED.linked.open("", 1000))
                .extracting(DossierRecord::number)
                .doesNotContain(parent);
    }

    @Test
    void looksOnlyAtWhatWasToldOf_orMayBeLate() {
        WATCH.look();
        assertThat(dueAmong(50_000)).isZero();

        WORLD.clock.advance(Duration.ofDays(5)); // two working hours at most
        assertThat(dueAmong(0)).isOne();
        WATCH.look();
        assertThat(dueAmong(0)).isZero();
        tell(MadeUp.number(), "1.001193", parent, DossierStatus.ACCEPTED, 1);
        assertThat(LINKED.watch.gather(10)).isOne();
        assertThat(dueAmong(0)).isOne();
    }

    @Test
    void looksAgain_whenALegGaveFacts() {
        String birth = LINKED.leg("1.001193", parent);
        WATCH.look();
        assertThat(LINKED.watch.gather(10)).isZero();
        LINKED.give(birth, "066226000001");
        assertThat(LINKED.watch.gather(10)).isOne();
    }

    @Test
    void losesNothingThatIsToldDuringALook() {
        LINKED.watch.gather(10);
        var taken = LINKED.watch.take(10, Duration.ofMinutes(5)).stream()
                .filter(one -> one.number().equals(parent))
                .findFirst()
                .orElseThrow();
        assertThat(LINKED.watch.take(10, Duration.ofMinutes(5)))
                .as("another node")
                .isEmpty();
        tell(parent, "3.000722", null, DossierStatus.IN_PROGRESS, 2);
        LINKED.watch.gather(10);
        LINKED.watch.next(taken, WORLD.clock.now().plus(Duration.ofHours(12)));
        assertThat(LINKED.watch.take(10, Duration.ofMinutes(5)))
                .extracting(LegWatchRepository.Taken::number)
                .containsExactly(parent);
    }

    @Test
    void findsWhatWasToldBeforeItsProcedureWasLinked() {
        WATCH.look();
        WORLD.jdbc.update("delete from linked_watch");
        WORLD.clock.advance(Duration.ofDays(5));
        WATCH.look();
        assertThat(items()).isEmpty();
        WATCH.sweep();
        WATCH.look();
        assertThat(items()).extracting(WorkItem::code).containsExactly(LegWatch.NOT_TAKEN);
    }

    /** How many are due, found without reading so many others. */
    private static int dueAmong(int others) {
        WORLD.jdbc.update(
                "insert into linked_watch select 'other ' || i, 'infinity' from generate_series(1, ?) i", others);
        WORLD.jdbc.execute("vacuum analyze linked_watch");
        String plan = String.join(
                "\n",
                WORLD.jdbc.queryForList(
                        "explain (analyze, buffers, timing off) " + LegWatchRepository.DUE,
                        String.class,
                        WORLD.clock.offset().toMillis() + " milliseconds",
                        200));
        Matcher pages = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?").matcher(plan);
        assertThat(pages.find()).isTrue();
        String read = pages.group(2);
        assertThat(Integer.parseInt(pages.group(1)) + (read == null ? 0 : Integer.parseInt(read)))
                .as(plan)
                .isLessThan(100);
        Matcher rows =
                Pattern.compile("Limit .*?rows=\\d+.*?actual rows=(\\d+)").matcher(plan);
        assertThat(rows.find()).as(plan).isTrue();
        return Integer.parseInt(rows.group(1));
    }

    private List<LegView> legs() {
        return LINKED.linked.legs(record(parent)).orElseThrow();
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
        LINKED.tell(number, procedure, parent, status, revision);
    }
}
