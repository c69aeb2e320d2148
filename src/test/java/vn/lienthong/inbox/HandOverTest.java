package vn.lienthong.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.TestAccess;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Agency;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Successions;
import vn.lienthong.contract.EventSchemas;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Rehoming;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.testing.TestDatabase;

/** What waits for an agency that ends comes to the one that takes over: all of it, once, in its order. */
class HandOverTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String OLD = "H15.24121";
    private static final String NEW = "H15.24133";
    private static final String SPLIT = "H15.24163";
    /** Renamed into {@link #OFFICE_NOW}; its system may read. */
    private static final String OFFICE = "H15.02";

    private static final String OFFICE_NOW = "H15.03";
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    private final InboxWorld one = new InboxWorld(DATABASE, Map.of(), HandOverTest::rights);
    private final InboxWorld other = new InboxWorld(DATABASE, Map.of(), HandOverTest::rights);

    private static Rights rights(GatewayClock clock) {
        LocalDate day = clock.today().plusDays(10);
        return new Rights(new Agencies(
                Stream.of("H15", OLD, NEW, SPLIT, "H15.24169", OFFICE, OFFICE_NOW)
                        .map(code -> new Agency(code, code, Agency.Level.COMMUNE, LocalDate.of(2020, 1, 1), null, null))
                        .toList(),
                new Successions(List.of(
                        ends(OLD, How.MERGED, day, NEW),
                        ends(SPLIT, How.SPLIT, day, NEW, "H15.24169"),
                        ends(OFFICE, How.RENAMED, day, OFFICE_NOW))),
                clock::today));
    }

    private static Succession ends(String from, How how, LocalDate day, String... heirs) {
        return new Succession(
                Succession.Kind.AGENCY,
                from,
                how,
                day,
                null,
                Stream.of(heirs).map(code -> new Succession.Heir(code, "", "")).toList(),
                "QĐ 1/2026");
    }

    @BeforeEach
    void clear() {
        one.clear();
        other.clear();
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private void theDayComes() {
        one.pass(TEN_DAYS);
        other.pass(TEN_DAYS);
    }

    @Test
    void comesToTheSuccessor_inOrder_withWhatIsToldLater() {
        List.of("a", "b", "c").forEach(subject -> one.tell(OLD, subject));
        assertThat(one.subjects(OLD)).containsExactly("a", "b", "c");
        assertThat(one.subjects(NEW)).isEmpty();
        long cursor = one.waiting(OLD).getLast().position();
        one.tell(NEW, "own");
        assertThat(one.subjects(NEW)).containsExactly("own");

        theDayComes();
        one.tell(OLD, "d");

        assertThat(one.subjects(NEW)).containsExactly("own", "a", "b", "c", "d");
        assertThat(one.subjects(OLD)).isEmpty();
        assertThat(one.after(OLD, 0)).extracting(FeedItem::subject).containsExactly("a", "b", "c");
        assertThat(one.after(OLD, cursor)).isEmpty();
        assertThat(one.after(NEW, 0)).extracting(FeedItem::position).isSorted().doesNotHaveDuplicates();
        assertThat(one.waiting(NEW))
                .allSatisfy(item -> assertThat(
                                InboxWorld.event(item).path("data").path("what").asText())
                        .isEqualTo(item.subject()));
    }

    @Test
    void leavesAlone_whatTheOldAgencyHasAcknowledged() {
        List.of("a", "b").forEach(subject -> one.tell(OLD, subject));
        UUID done = one.waiting(OLD).getFirst().id();
        assertThat(one.acknowledge(OLD, done)).isTrue();

        theDayComes();

        assertThat(one.subjects(NEW)).containsExactly("b");
        assertThat(one.acknowledge(OLD, done)).isTrue();
    }

    @Test
    void comesOnce_whenTwoNodesHandOverAtOnce() {
        for (int i = 0; i < 700; i++) {
            one.tell(OLD, "s" + i);
        }
        assertThat(one.waiting(OLD)).isNotEmpty();

        theDayComes();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> one.get(Placer.class).place()),
                        CompletableFuture.runAsync(() -> other.get(Placer.class).place()))
                .join();

        assertThat(one.subjects(NEW))
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(700)
                        .map(i -> "s" + i)
                        .toList());
    }

    @Test
    void tellsWhatHappensBelowARenamedAgency_toItsNewCode_withoutARestart() {
        one.tell(OFFICE + ".01", "a");
        assertThat(one.subjects(OFFICE)).containsExactly("a");

        theDayComes();
        one.tell(OFFICE + ".01", "b");

        assertThat(one.subjects(OFFICE_NOW)).containsExactly("a", "b");
    }

    @Test
    void staysWithTheOldSystem_toReadItsOwnInbox() {
        Caller old = InboxWorld.system(OLD);
        assertThat(one.get(Mailbox.class).of(old)).isEqualTo(OLD);
        theDayComes();
        assertThat(one.get(Mailbox.class).of(old)).isEqualTo(OLD);
    }

    @Test
    void waitsAtASplitAgency_untilAPersonChoosesForThatDossier() {
        String chosen = "H15.24163-261120-0001";
        String waiting = "H15.24163-261120-0002";
        List.of(chosen, waiting, chosen).forEach(subject -> one.tell(SPLIT, subject));
        theDayComes();
        assertThat(one.subjects(SPLIT)).containsExactly(chosen, waiting, chosen);

        NoteRehomed choice = new NoteRehomed(
                UUID.randomUUID(),
                DossierNumber.parse(chosen).orElseThrow(),
                TestAccess.agency("H15"),
                new Rehoming(SPLIT, NEW, How.SPLIT, one.clock.today(), "QĐ 1/2026", "client:H15", "Tổ 3"));
        one.transaction().executeWithoutResult(status -> one.get(HandOver.class).rehomed(List.of(choice)));
        List.of(chosen, waiting).forEach(subject -> one.tell(SPLIT, subject));

        assertThat(one.subjects(SPLIT)).containsExactly(waiting, waiting);
        List<FeedItem> there = one.waiting(NEW);
        assertThat(there).extracting(FeedItem::subject).containsExactly(chosen, chosen, chosen, chosen);
        assertThat(there.get(2).type()).isEqualTo("vn.lienthong.dossier.rehomed.v1");
        assertThat(EventSchemas.findings(InboxWorld.event(there.get(2)))).isEmpty();
    }

    @Test
    void movesNothing_whenTheChoiceIsUndone() {
        one.tell(SPLIT, "x");
        theDayComes();
        assertThat(one.subjects(SPLIT)).containsExactly("x");
        one.transaction().executeWithoutResult(status -> {
            one.get(HandOver.class).settle();
            PlacementRepository placements = one.get(PlacementRepository.class);
            placements.holdPlacing();
            placements.move(SPLIT, "x", NEW, 10);
            placements.redirect(SPLIT, "x", NEW);
            status.setRollbackOnly();
        });
        assertThat(one.subjects(SPLIT)).containsExactly("x");
        assertThat(one.subjects(NEW)).isEmpty();
    }
}
