package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.dossier.RehomingWorld.NEW;
import static vn.lienthong.dossier.RehomingWorld.OTHER;
import static vn.lienthong.dossier.RehomingWorld.SPLIT;
import static vn.lienthong.dossier.RehomingWorld.SPLIT_TOO;
import static vn.lienthong.dossier.Tellings.content;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** Dossiers of an agency that several took over wait for a person's choice. */
class SuccessorChoicesTest {
    private static final RehomingWorld WORLD = new RehomingWorld(TestDatabase.fresh());
    private static final DossierWorld NODE = WORLD.node;
    private static final Caller PROVINCE = TestAccess.agency("H15");

    private final String number = MadeUp.number(SPLIT);

    @BeforeEach
    void tell() {
        NODE.clock.reset();
        NODE.accepted(told(1L, DossierStatus.IN_PROGRESS));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        NODE.jdbc.update("update dossier_rehoming set finished_at = null, after = ''");
        WORLD.pass.look();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private DossierCommand.TellState told(long revision, DossierStatus status) {
        return Tellings.by(
                Tellings.caller(SPLIT),
                Tellings.state(
                        number,
                        revision,
                        content(status, body -> body.put("intakeAgency", SPLIT).put("competentAgency", SPLIT))));
    }

    @Test
    void waits_withTheCandidatesInTheWorkItem() {
        assertThat(WORLD.record(number).version()).isEqualTo(1);
        assertThat(NODE.workItems(number)).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("DOSSIER-SUCCESSOR-CHOICE");
            assertThat(item.agency()).isEqualTo(SPLIT);
            assertThat(item.detail().vi()).contains(NEW, OTHER, "QĐ 1/2026");
        });
    }

    @Test
    void goesToTheOneChosen_withWhoAndWhy_andIsAudited() {
        List<DossierAnswer> answers = choose(OTHER, PROVINCE, number);

        assertThat(answers).singleElement().isInstanceOf(Accepted.class);
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(OTHER);
        assertThat(NODE.workItems(number)).isEmpty();
        assertThat(NODE.register.history(number).getLast())
                .isInstanceOfSatisfying(DossierEvent.StateTold.class, event -> {
                    assertThat(event.rehoming().by()).isEqualTo("client:H15");
                    assertThat(event.rehoming().reason()).isEqualTo("Tổ dân phố 3");
                });
        assertThat(NODE.jdbc.queryForList(
                        "select who || ' ' || outcome || ' ' || reason from audit where subject = ?",
                        String.class,
                        "dossier:" + number))
                .containsExactly("client:H15 DONE " + SPLIT + " → " + OTHER + ": Tổ dân phố 3");
    }

    @Test
    void keepsTheChoice_whenTheOldSystemTellsMore() {
        choose(OTHER, PROVINCE, number);

        NODE.accepted(told(2L, DossierStatus.PROCESSED));

        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(OTHER);
        assertThat(WORLD.record(number).homes()).isEqualTo(Map.of(SPLIT, OTHER));
        assertThat(NODE.workItems(number)).extracting(WorkItem::code).doesNotContain("DOSSIER-SUCCESSOR-CHOICE");
    }

    @Test
    void stillWaits_whenItsOtherAgencyWasSplitToo() {
        String both = MadeUp.number(SPLIT);
        NODE.accepted(Tellings.by(
                Tellings.caller(SPLIT),
                Tellings.state(
                        both,
                        1L,
                        content(
                                DossierStatus.IN_PROGRESS,
                                body -> body.put("intakeAgency", SPLIT).put("competentAgency", SPLIT_TOO)))));

        assertThat(choose(OTHER, PROVINCE, both)).hasOnlyElementsOfType(Accepted.class);
        assertThat(NODE.workItems(both))
                .filteredOn(item -> item.code().equals("DOSSIER-SUCCESSOR-CHOICE"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.agency()).isEqualTo(OTHER);
                    assertThat(item.detail().vi()).contains(SPLIT_TOO).doesNotContain(SPLIT + " ");
                });

        assertThat(WORLD.choices.choose(SPLIT_TOO, "H15.05", List.of(both), "Đất đai", PROVINCE))
                .hasOnlyElementsOfType(Accepted.class);
        assertThat(NODE.workItems(both)).extracting(WorkItem::code).doesNotContain("DOSSIER-SUCCESSOR-CHOICE");
    }

    @Test
    void isNotChosenTwice() {
        choose(OTHER, PROVINCE, number);

        assertThat(code(choose(NEW, PROVINCE, number))).isEqualTo("DOSSIER-NOT-THERE");
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(OTHER);
    }

    @Test
    void isRefused_forAnAgencyThatDidNotTakeOver_orThatGoesOn() {
        assertThatThrownBy(() -> choose("H15.02", PROVINCE, number))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        no -> assertThat(no.problem().code()).isEqualTo("SUCCESSOR-NOT-OFFERED"));
        assertThatThrownBy(() -> WORLD.choices.choose(OTHER, NEW, List.of(number), "x", PROVINCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        no -> assertThat(no.problem().code()).isEqualTo("AGENCY-NOT-ENDED"));
    }

    @Test
    void isOpenToTheAgencyThoseAboveAndOperators_only() {
        assertThatThrownBy(() -> choose(NEW, TestAccess.agency(NEW), number)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> choose(NEW, TestAccess.operator(OperatorRole.VIEWER), number))
                .isInstanceOf(ProblemException.class);
        assertThat(choose(NEW, TestAccess.operator(OperatorRole.OPERATOR), number))
                .hasOnlyElementsOfType(Accepted.class);
    }

    @Test
    void answersEachDossierForItself_andGivesNothingAwayAboutOthers() {
        String foreign = MadeUp.number("H99.14");
        List<DossierAnswer> answers = choose(NEW, TestAccess.agency(SPLIT), "no number", foreign, number);

        assertThat(answers.subList(0, 2))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                no -> assertThat(no.problem().code()).isEqualTo("DOSSIER-NOT-FOUND")));
        assertThat(answers.getLast()).isInstanceOf(Accepted.class);
    }

    private static List<DossierAnswer> choose(String successor, Caller caller, String... numbers) {
        return WORLD.choices.choose(SPLIT, successor, List.of(numbers), "Tổ dân phố 3", caller);
    }

    private static String code(List<DossierAnswer> answers) {
        return ((Refused) answers.getFirst()).problem().code();
    }
}
