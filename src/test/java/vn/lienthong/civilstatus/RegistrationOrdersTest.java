package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.access.TestAccess;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Rehoming;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;

/** Which of the states that agencies tell go to the platform. */
class RegistrationOrdersTest {
    private static final CivilWorld WORLD = new CivilWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void sendsALegOnce_howeverOftenItIsTold_andNeverToThePortal() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.tell(number, 2, DossierStatus.IN_PROGRESS, body -> body.put("parent", parent));
        WORLD.tell(number, 3, DossierStatus.PROCESSED, body -> body.put("parent", parent));

        assertThat(WORLD.dossiers.deliveries.ofDossier(number)).singleElement().satisfies(delivery -> {
            assertThat(delivery.partner()).isEqualTo("civil-status");
            assertThat(delivery.version()).isEqualTo(1);
        });
    }

    @Test
    void sendsALegAgain_whoseHandOverWasRefused_onceItsAgencyTellsOfItAnew() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.jdbc().update("update delivery set state = 'REFUSED' where dossier_number = ?", number);
        WORLD.tell(number, 2, DossierStatus.IN_PROGRESS, body -> body.put("parent", parent));

        assertThat(WORLD.deliveries(number)).hasSize(2);
        assertThat(WORLD.deliveries(number).getLast().version()).isEqualTo(2);
    }

    @Test
    void sendsALegOnce_thatIsToldTwiceInOneGroup() {
        String number = MadeUp.number();
        String parent = MadeUp.number();
        WORLD.dossiers.transaction.execute(done -> WORLD.dossiers.register.apply(
                List.of(
                        Tellings.state(
                                number,
                                1L,
                                Tellings.content(DossierStatus.ACCEPTED, body -> body.put("parent", parent))),
                        Tellings.state(
                                number,
                                2L,
                                Tellings.content(DossierStatus.IN_PROGRESS, body -> body.put("parent", parent)))),
                Map.of()));
        assertThat(WORLD.deliveries(number)).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsNoLeg_noRegistration_orATest() {
        String alone = MadeUp.number();
        String other = MadeUp.number();
        String test = MadeUp.number();
        WORLD.tell(alone, 1, DossierStatus.ACCEPTED, body -> {});
        WORLD.tell(
                other,
                1,
                DossierStatus.ACCEPTED,
                body -> body.put("parent", MadeUp.number()).put("procedureCode", "1.004222"));
        WORLD.tell(
                test,
                1,
                DossierStatus.ACCEPTED,
                body -> body.put("parent", MadeUp.number()).put("test", true));

        assertThat(List.of(alone, other, test))
                .allSatisfy(number -> assertThat(WORLD.deliveries(number)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"REGISTERED", "NOT_ACCEPTED", "WITHDRAWN", "STOPPED", "PROCESSED", "RETURNED"})
    void waitsUntilTheLegWasAccepted(DossierStatus status) {
        String number = MadeUp.number();
        WORLD.tell(
                number,
                1,
                status,
                body -> body.put("parent", MadeUp.number())
                        .put(
                                "refusedAt",
                                List.of("NOT_ACCEPTED", "STOPPED", "WITHDRAWN").contains(status.name())
                                        ? MadeUp.at(9, 0)
                                        : null));
        assertThat(WORLD.deliveries(number)).isEmpty();
    }

    @Test
    void tellsTheAgency_whenItIsNoUnitOfThePlatform() {
        String number = MadeUp.number();
        WORLD.tell(
                number,
                1,
                DossierStatus.ACCEPTED,
                body -> body.put("parent", MadeUp.number()).put("competentAgency", "H15.24121"));

        assertThat(WORLD.deliveries(number)).isEmpty();
        assertThat(WORLD.workItems(number)).containsExactly(RegistrationOrders.NO_UNIT);
    }

    @Test
    void followsALegToTheAgencyThatTookOver() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        NoteRehomed over = new NoteRehomed(
                Ids.next(),
                Tellings.number(number),
                TestAccess.agency("H15"),
                new Rehoming(
                        MadeUp.WARD,
                        "H15.24121",
                        How.SPLIT,
                        LocalDate.parse("2026-07-01"),
                        "QĐ 1/2026",
                        "client:H15",
                        "Tổ 3"));
        WORLD.dossiers.transaction.executeWithoutResult(
                done -> assertThat(WORLD.dossiers.register.apply(List.of(over), Map.of()))
                        .hasOnlyElementsOfType(Accepted.class));

        assertThat(WORLD.jdbc()
                        .queryForObject(
                                "select agency from civil_registration where dossier_number = ?", String.class, number))
                .isEqualTo("H15.24121");
    }

    @Test
    void undoesEverything_whenTheTransactionThatStoresTheStateFails() {
        String number = MadeUp.number();
        WORLD.dossiers.transaction.executeWithoutResult(done -> {
            WORLD.dossiers.register.apply(
                    List.of(Tellings.state(
                            number,
                            1L,
                            Tellings.content(DossierStatus.ACCEPTED, body -> body.put("parent", MadeUp.number())))),
                    Map.of());
            done.setRollbackOnly();
        });
        assertThat(WORLD.deliveries(number)).isEmpty();
        assertThat(WORLD.rows.state(number)).isEmpty();
    }
}
