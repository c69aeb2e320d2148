package vn.lienthong.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.catalogue.calendar.Standing;
import vn.lienthong.catalogue.calendar.Term;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.linked.LegView.State;

/** Legs by their own clocks, from whatever was told of them, in whatever order. */
class LegClocksTest {
    private static final LegClocks CLOCKS = new LegClocks(WorkingCalendar.read(SchemaFiles.packed()));
    private static final LinkedProcedure BIRTH =
            new LinkedProcedures(SchemaFiles.packed()).find("3.000722").orElseThrow();
    private static final Instant ACCEPTED = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T02:00:00Z");

    @Test
    void beginsWithTheFirstLegAlone() {
        assertThat(states(List.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "BIRTH", State.READY,
                        "PERSONAL_NUMBER", State.WAITING,
                        "RESIDENCE", State.WAITING,
                        "HEALTH_CARD", State.WAITING));
        assertThat(CLOCKS.of(BIRTH, null, List.of(), LATER))
                .allSatisfy(leg -> assertThat(leg.state()).isEqualTo(State.WAITING));
    }

    @Test
    void letsResidenceAndHealthCardGoSideBySide_onceThePersonalNumberIsThere() {
        List<LegView> legs = legs(List.of(
                leg("1.001193", DossierStatus.PROCESSED, "2026-11-23T02:10:00Z", "2026-11-23T03:00:00Z"),
                leg("1.990102", DossierStatus.RETURNED, "2026-11-23T03:10:00Z", "2026-11-23T04:00:00Z"),
                leg("1.004222", DossierStatus.IN_PROGRESS, "2026-11-23T04:30:00Z", null)));

        assertThat(view(legs, "RESIDENCE").state()).isEqualTo(State.RUNNING);
        assertThat(view(legs, "HEALTH_CARD").state()).isEqualTo(State.READY);
        assertThat(view(legs, "HEALTH_CARD").ready()).isEqualTo("2026-11-23T04:00:00Z");
        // Tuesday is a holiday: two working days end on Thursday
        assertThat(view(legs, "RESIDENCE").due()).isEqualTo("2026-11-26T10:00:00Z");
        assertThat(view(legs, "BIRTH").standing()).isEqualTo(Standing.ON_TIME);
        assertThat(legs).noneMatch(LegView::early);
    }

    @Test
    void endsTheLegThatAFactEnds_withoutADossierOfItsOwn() {
        Map<String, Instant> given = Map.of("personalId", Instant.parse("2026-11-23T03:05:00Z"));
        List<LegDossier> birth =
                List.of(leg("1.001193", DossierStatus.PROCESSED, "2026-11-23T02:10:00Z", "2026-11-23T03:00:00Z"));

        List<LegView> legs = CLOCKS.of(BIRTH, ACCEPTED, birth, given, LATER);
        assertThat(view(legs, "PERSONAL_NUMBER").state()).isEqualTo(State.DONE);
        assertThat(view(legs, "PERSONAL_NUMBER").ended()).isEqualTo("2026-11-23T03:05:00Z");
        assertThat(view(legs, "RESIDENCE").state()).isEqualTo(State.READY);
        assertThat(view(legs, "RESIDENCE").ready()).isEqualTo("2026-11-23T03:05:00Z");

        // a dossier of its own has its own word
        List<LegDossier> both =
                List.of(birth.getFirst(), leg("1.990102", DossierStatus.IN_PROGRESS, "2026-11-23T03:10:00Z", null));
        assertThat(view(CLOCKS.of(BIRTH, ACCEPTED, both, given, LATER), "PERSONAL_NUMBER")
                        .state())
                .isEqualTo(State.RUNNING);
        assertThat(view(CLOCKS.of(BIRTH, ACCEPTED, birth, Map.of(), LATER), "PERSONAL_NUMBER")
                        .state())
                .isEqualTo(State.READY);
    }

    @Test
    void tellsALegThatBeganOrEndedBeforeWhatItWaitsFor() {
        List<LegView> legs =
                legs(List.of(leg("1.990101", DossierStatus.PROCESSED, "2026-11-23T02:10:00Z", "2026-11-23T03:00:00Z")));

        assertThat(view(legs, "HEALTH_CARD").state()).isEqualTo(State.DONE);
        assertThat(view(legs, "HEALTH_CARD").early()).isTrue();
        assertThat(view(legs, "PERSONAL_NUMBER").state()).isEqualTo(State.WAITING);
    }

    @Test
    void stopsWhatWaits_whenALegIsRefused_andGoesOnWithItsSuccessor() {
        LegDossier refused =
                leg("1.001193", DossierStatus.NOT_ACCEPTED, "2026-11-23T02:10:00Z", "2026-11-23T03:00:00Z");
        LegDossier again = new LegDossier(
                "H15.24133-261123-0999",
                "1.001193",
                "H15.24133",
                DossierStatus.PROCESSED,
                ACCEPTED,
                Instant.parse("2026-11-23T05:00:00Z"));

        assertThat(states(List.of(refused)))
                .containsEntry("BIRTH", State.STOPPED)
                .containsEntry("PERSONAL_NUMBER", State.WAITING);
        List<LegView> legs = legs(List.of(refused, again));
        assertThat(view(legs, "BIRTH").dossier()).isEqualTo(again);
        assertThat(view(legs, "BIRTH").doubles()).isZero();
        assertThat(view(legs, "PERSONAL_NUMBER").state()).isEqualTo(State.READY);
    }

    @Test
    void countsTwoDossiersOfOneLeg_onceAndTellsTheOther() {
        LegDossier one = leg("1.001193", DossierStatus.IN_PROGRESS, "2026-11-23T02:10:00Z", null);
        LegDossier two = new LegDossier(
                "H15.24133-261123-0999", "1.001193", "H15.24133", DossierStatus.ACCEPTED, ACCEPTED, null);

        assertThat(view(legs(List.of(two, one)), "BIRTH").doubles()).isEqualTo(1);
        assertThat(view(legs(List.of(two, one)), "BIRTH").dossier()).isEqualTo(one);
        assertThat(view(legs(List.of(one)), "BIRTH").standing()).isEqualTo(Standing.OVERDUE);
    }

    @Property(tries = 200)
    void neverLetsALegBeReadyBeforeEverythingBeforeItIsDone(@ForAll @Size(8) List<DossierStatus> statuses) {
        List<LegDossier> told = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            Leg leg = BIRTH.legs().get(i % BIRTH.legs().size());
            told.add(new LegDossier("N" + i, leg.procedure(), "H15.24133", statuses.get(i), ACCEPTED, ACCEPTED));
        }
        Map<String, LegView> legs =
                legs(told).stream().collect(Collectors.toMap(view -> view.leg().code(), Function.identity()));

        assertThat(legs.values()).allSatisfy(view -> {
            boolean before =
                    view.leg().after().stream().allMatch(code -> legs.get(code).state() == State.DONE);
            assertThat(view.ready() != null).isEqualTo(before);
        });
    }

    @Test
    void refusesAGraphThatIsNone() {
        Leg first = new Leg("A", "a", "1", List.of(), false, Term.of(1, Term.Unit.WORKING_DAY));
        Leg circle = new Leg("B", "b", "2", List.of("C"), false, Term.of(1, Term.Unit.WORKING_DAY));
        Leg back = new Leg("C", "c", "3", List.of("B"), false, Term.of(1, Term.Unit.WORKING_DAY));

        for (List<Leg> legs : List.of(List.<Leg>of(), List.of(first, first), List.of(circle, back))) {
            assertThatThrownBy(() -> new LinkedProcedure("X", "x", legs)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, State> states(List<LegDossier> told) {
        return legs(told).stream().collect(Collectors.toMap(view -> view.leg().code(), LegView::state));
    }

    private static List<LegView> legs(List<LegDossier> told) {
        return CLOCKS.of(BIRTH, ACCEPTED, told, LATER);
    }

    private static LegView view(List<LegView> legs, String code) {
        return legs.stream()
                .filter(view -> view.leg().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static LegDossier leg(String procedure, DossierStatus status, String began, @Nullable String ended) {
        return new LegDossier(
                "H15.24133-261123-0001",
                procedure,
                "H15.24133",
                status,
                Instant.parse(began),
                ended == null ? null : Instant.parse(ended));
    }
}
