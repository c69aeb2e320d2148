package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;
import static vn.lienthong.dossier.Tellings.step;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItem;

/** Which odd tellings stand before whom. */
class DossierFindingsTest {
    private static final String DEPARTMENT = "H15.02";
    private static final DossierWorld WORLD = DossierWorld.fresh();

    private final String number = MadeUp.number();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void opensNothing_forAnOrdinaryDossier() {
        WORLD.apply(
                state(number, 1L, content(DossierStatus.ACCEPTED)),
                state(number, 2L, content(DossierStatus.IN_PROGRESS)),
                step(number, 1L, MadeUp.at(8, 0), "Bước 1"),
                state(number, 3L, content(DossierStatus.PROCESSED)));

        assertThat(WORLD.workItems(number)).isEmpty();
    }

    @Test
    void givesAFindingToTheAgencyThatTookItIn() {
        TellState told = state(
                number,
                1L,
                content(
                        DossierStatus.ACCEPTED,
                        body -> body.put("competentAgency", DEPARTMENT)
                                .withObject("/applicant")
                                .put("personalId", "000000001")));

        WORLD.apply(told);

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code, WorkItem::agency, WorkItem::eventId)
                .containsExactly(Tuple.tuple("DOSSIER-IDENTITY", MadeUp.WARD, told.eventId()));
    }

    @Test
    void givesAFindingToTheNewOwner_onceTheDossierMoved() {
        WORLD.apply(
                state(number, 1L, content(DossierStatus.PROCESSED)),
                state(number, 2L, content(DossierStatus.IN_PROGRESS, body -> body.put("intakeAgency", DEPARTMENT))));

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code, WorkItem::agency)
                .containsExactly(Tuple.tuple("DOSSIER-STATUS-UNUSUAL", DEPARTMENT));
    }

    @Test
    void opensFindingsOfContentAndOfHistory_forOneTelling() {
        WORLD.apply(state(number, 1L, content(DossierStatus.PROCESSED)));

        WORLD.apply(state(number, 2L, content(DossierStatus.IN_PROGRESS, body -> {
            body.put("acceptedAt", MadeUp.at(7, 40));
            body.withObject("/applicant").put("personalId", "111111111111");
        })));

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code)
                .containsExactlyInAnyOrder("DOSSIER-STATUS-UNUSUAL", "DOSSIER-BACKDATED", "DOSSIER-IDENTITY");
    }

    @Test
    void countsUp_whenTheSameIsFoundAgain() {
        for (long revision = 1; revision <= 3; revision++) {
            long now = revision;
            WORLD.apply(state(
                    number,
                    revision,
                    content(
                            DossierStatus.ACCEPTED,
                            body -> body.put("summary", "Lần " + now)
                                    .withObject("/applicant")
                                    .put("personalId", "000000001"))));
        }

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code, WorkItem::occurrences)
                .containsExactly(Tuple.tuple("DOSSIER-IDENTITY", 3));
    }

    @Test
    void findsNothingAgain_whenATellingIsRepeated() {
        TellState told = state(
                number,
                1L,
                content(
                        DossierStatus.ACCEPTED,
                        body -> body.withObject("/applicant").put("personalId", "000000001")));

        WORLD.apply(told);
        WORLD.apply(state(number, 1L, told.content()));

        assertThat(WORLD.workItems(number)).extracting(WorkItem::occurrences).containsExactly(1);
    }

    @Test
    void opensWhatTheWallNoted_onlyWithTheEventItIsAbout() {
        TellState told = state(number, 1L, content(DossierStatus.ACCEPTED));
        TellState repeated = state(number, 1L, told.content());
        TellState stale = state(number, 0L, told.content());

        WORLD.apply(told, noted(told, "FIELD-CUT"));
        WORLD.apply(repeated, noted(repeated, "FIELD-AGAIN"));
        WORLD.apply(stale, noted(stale, "FIELD-STALE"));

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code, WorkItem::eventId)
                .containsExactly(Tuple.tuple("FIELD-CUT", told.eventId()));
    }

    private NewWorkItem noted(TellState told, String code) {
        return new NewWorkItem(code, number, MadeUp.WARD, null, told.eventId(), new Bilingual("Lạ", "Odd"));
    }

    @Test
    void tellsTheAgency_thatAStepCameBeforeItsDossier() {
        WORLD.apply(step(number, null, MadeUp.at(8, 0), "Bước 1"));

        assertThat(WORLD.workItems(number))
                .extracting(WorkItem::code, WorkItem::agency)
                .containsExactly(Tuple.tuple("DOSSIER-NEVER-TOLD", MadeUp.WARD));
    }

    @Test
    void takesADossier_whoseNumberAloneNamesAnUnknownAgency() {
        String unknown = MadeUp.number("H15.24133.77");

        WORLD.apply(state(unknown, 1L, content(DossierStatus.ACCEPTED)));

        assertThat(WORLD.register.find(unknown)).isPresent();
        assertThat(WORLD.workItems(unknown)).extracting(WorkItem::code).containsExactly("DOSSIER-NUMBER-AGENCY");
    }
}
