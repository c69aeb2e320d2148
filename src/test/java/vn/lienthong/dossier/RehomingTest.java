package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.RehomingWorld.NEW;
import static vn.lienthong.dossier.RehomingWorld.OLD;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;
import static vn.lienthong.dossier.Tellings.step;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** What becomes of a dossier when its agency is merged into another. */
class RehomingTest {
    private static final RehomingWorld WORLD = new RehomingWorld(TestDatabase.fresh());
    private static final DossierWorld NODE = WORLD.node;

    private final String number = MadeUp.number();

    @BeforeEach
    void before() {
        NODE.clock.reset();
        NODE.jdbc.update("update dossier_rehoming set successions = '', after = '', finished_at = null");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void goesOver_onTheDayAndNotBefore_withItsNumberItsClockAndItsHistory() {
        Accepted told = NODE.accepted(state(number, 4L, content(DossierStatus.IN_PROGRESS)));
        NODE.accepted(step(number, 1L, MadeUp.at(9, 0), "Thẩm tra"));
        DossierRecord before = WORLD.record(number);
        WORLD.pass.look();
        assertThat(WORLD.record(number)).isEqualTo(before);

        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        DossierRecord after = WORLD.record(number);
        assertThat(after.intakeAgency()).isEqualTo(NEW);
        assertThat(after.competentAgency()).isEqualTo(NEW);
        assertThat(after.homes()).containsExactly(java.util.Map.entry(OLD, NEW));
        assertThat(after)
                .extracting(
                        DossierRecord::number,
                        DossierRecord::revision,
                        DossierRecord::status,
                        DossierRecord::acceptedAt,
                        DossierRecord::appointmentAt,
                        DossierRecord::lastSequence)
                .containsExactly(
                        number,
                        4L,
                        before.status(),
                        before.acceptedAt(),
                        before.appointmentAt(),
                        before.lastSequence());
        List<DossierEvent> history = NODE.register.history(number);
        assertThat(history).extracting(DossierEvent::version).containsExactly(1, 2, 3);
        assertThat(history.getFirst().id()).isEqualTo(told.eventId());
        assertThat(history.getLast()).isInstanceOfSatisfying(DossierEvent.StateTold.class, event -> {
            assertThat(event.content())
                    .isEqualTo(content(
                            DossierStatus.IN_PROGRESS,
                            body -> body.put("intakeAgency", NEW).put("competentAgency", NEW)));
            assertThat(event.rehoming().words()).contains(OLD + " → " + NEW, "MERGED", "QĐ 1/2026/QĐ-UBND");
            assertThat(event.rehoming().by()).isEqualTo("gateway");
        });
    }

    @Test
    void isToldToThePortal_afterWhatWasToldBefore() {
        NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        NODE.accepted(step(number, 1L, MadeUp.at(9, 0), "Thẩm tra"));

        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        List<Delivery> sent = NODE.deliveries.ofDossier(number);
        assertThat(sent).extracting(Delivery::version).containsExactly(1, 2, 3);
        assertThat(sent.getLast()).satisfies(last -> {
            assertThat(last.partner() + "/" + last.kind()).isEqualTo("portal/dossier");
            assertThat(last.state()).isEqualTo(DeliveryState.READY);
        });
        assertThat(NODE.jdbc.queryForList(
                        "select distinct agency from delivery where dossier_number = ?", String.class, number))
                .as("the new agency learns what becomes of each")
                .containsExactly(NEW);
    }

    @Test
    void goesOverOnce_howeverOftenOneLooks() {
        NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();
        NODE.clock.advance(Duration.ofDays(2));
        WORLD.pass.look();
        WORLD.pass.look();

        assertThat(WORLD.record(number).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"NOT_ACCEPTED", "STOPPED", "RETURNED"})
    void stays_whenItIsFinished_andTheSuccessorSeesIt(DossierStatus status) {
        NODE.accepted(state(number, 1L, content(status)));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        assertThat(WORLD.record(number).version()).isEqualTo(1);
        assertThat(NODE.rights.maySee(Tellings.caller(NEW), WORLD.record(number).agencies()))
                .isTrue();
    }

    @Test
    void takesWhatTheOldAgencyTellsLater_andKeepsItsNewAgency() {
        NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        Accepted later = NODE.accepted(state(number, 2L, content(DossierStatus.IN_PROGRESS)));
        Accepted again = NODE.accepted(state(number, 2L, content(DossierStatus.IN_PROGRESS)));
        NODE.accepted(step(number, 1L, MadeUp.at(9, 0), "Thẩm tra"));

        assertThat(again.eventId()).isEqualTo(later.eventId());
        assertThat(again.repeated()).isTrue();
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(NEW);
        assertThat(NODE.register.content(WORLD.record(number)).orElseThrow().competentAgency())
                .isEqualTo(NEW);
        assertThat(NODE.register.history(number)).hasSize(4);
    }

    @Test
    void takesWhatTheNewAgencyTells_beforeThePassCameToIt() {
        NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);

        assertThat(NODE.apply(toldBy(NEW, 2L))).hasOnlyElementsOfType(Accepted.class);
        assertThat(NODE.apply(state(number, 3L, content(DossierStatus.PROCESSED))))
                .hasOnlyElementsOfType(Accepted.class);
        WORLD.pass.look();

        assertThat(WORLD.record(number).version()).isEqualTo(4);
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(NEW);
        assertThat(WORLD.record(number).homes()).isEqualTo(java.util.Map.of(OLD, NEW));
    }

    @Test
    void takesANewDossierOfTheOldAgencyAlong_atOnce() {
        NODE.clock.advance(RehomingWorld.TEN_DAYS);

        Accepted told = NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));

        assertThat(told.version()).isEqualTo(1);
        assertThat(WORLD.record(number).version()).isEqualTo(2);
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(NEW);
        assertThat(NODE.deliveries.ofDossier(number))
                .filteredOn(one -> one.state() == DeliveryState.READY)
                .extracting(Delivery::version)
                .containsExactly(2);
    }

    @Test
    void takesAStepAlong_whoseDossierWasNeverTold() {
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        NODE.accepted(step(number, null, MadeUp.at(8, 0), "Đã xem"));
        assertThat(WORLD.record(number).competentAgency()).isEqualTo(NEW);

        NODE.accepted(state(number, null, content(DossierStatus.ACCEPTED)));

        assertThat(WORLD.record(number).version()).isEqualTo(3);
        assertThat(WORLD.record(number).intakeAgency()).isEqualTo(NEW);
    }

    @Test
    void closesTheDoorToTheOldSystem_andNamesTheSuccessor() {
        NODE.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        NODE.clock.advance(Duration.ofDays(41));
        WORLD.pass.look();

        for (DossierCommand late : List.of(
                state(number, 2L, content(DossierStatus.IN_PROGRESS)), step(number, 1L, MadeUp.at(9, 0), "Muộn"))) {
            assertThat(NODE.apply(late).getFirst()).isInstanceOfSatisfying(Refused.class, no -> {
                assertThat(no.problem().status()).isEqualTo(403);
                assertThat(no.problem().code()).isEqualTo("ACCESS-AGENCY-ENDED");
                assertThat(no.problem().text().vi()).contains(OLD, NEW, "QĐ 1/2026");
                assertThat(no.problem().text().en()).contains("Taken over by " + NEW);
            });
        }
        assertThat(NODE.rights.maySee(Tellings.WARD, WORLD.record(number).agencies()))
                .isTrue();
    }

    @Test
    void takesItsWorkItemsAlong() {
        NODE.accepted(state(number, 1L, content(DossierStatus.PROCESSED)));
        NODE.accepted(state(number, 2L, content(DossierStatus.IN_PROGRESS)));
        assertThat(NODE.workItems(number)).extracting(WorkItem::agency).containsOnly(OLD);

        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        assertThat(NODE.workItems(number))
                .isNotEmpty()
                .extracting(WorkItem::agency)
                .containsOnly(NEW);
    }

    @Test
    void leavesALegWithTheParentThatTookItIn_whenOnlyTheLegGoesOver() {
        String leg = MadeUp.number();
        NODE.accepted(state(number, 1L, content(DossierStatus.RETURNED)));
        NODE.accepted(state(leg, 1L, content(DossierStatus.IN_PROGRESS, body -> body.put("parent", number))));
        NODE.clock.advance(RehomingWorld.TEN_DAYS);
        WORLD.pass.look();

        DossierRecord parent = WORLD.record(number);
        assertThat(WORLD.record(leg).intakeAgency()).isEqualTo(NEW);
        assertThat(parent.intakeAgency()).isEqualTo(OLD);
        assertThat(parent.tookIn(WORLD.record(leg))).isTrue();
        assertThat(parent.tookIn(DossierRecord.unseen(leg, NEW, NEW, parent.updatedAt())))
                .isFalse();
    }

    private DossierCommand.TellState toldBy(String agency, long revision) {
        return Tellings.by(
                Tellings.caller(agency),
                state(
                        number,
                        revision,
                        content(
                                DossierStatus.IN_PROGRESS,
                                body -> body.put("intakeAgency", agency).put("competentAgency", agency))));
    }
}
