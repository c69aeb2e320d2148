package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.partner.TestPartners;

/** Strict order per partner and dossier. */
class LaneOrderTest {
    private static final DeliveryWorld WORLD =
            DeliveryWorld.fresh(TestPartners.of("portal.coalesce=none", "portal.settle=2s"));
    private static final String DOSSIER = "H15.24133-261121-0001";
    private static final Confirmed CONFIRMED = new Confirmed();
    private static final MaybeSent LOST = new MaybeSent(Reason.ANSWER_LOST, null, false);
    private static final Refused REFUSED = new Refused(Reason.CONTENT_REFUSED, "-9", null);
    private static final Undecidable UNSENT = new Undecidable(Reason.CANNOT_BE_BUILT, null, false);

    @AfterEach
    void marksEveryTurn() {
        assertThat(WORLD.get(LaneRepository.class).repair()).isZero();
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void holdsTheSecondBack_untilTheFirstIsConfirmed() {
        long first = WORLD.state(DOSSIER, 1);
        long second = WORLD.state(DOSSIER, 2);
        assertThat(WORLD.send(STATE, CONFIRMED)).containsExactly(first);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(second);
    }

    @Test
    void holdsTheSecondBack_whileTheFirstIsBeingSent() {
        WORLD.state(DOSSIER, 1);
        WORLD.state(DOSSIER, 2);
        WORLD.claim(STATE);
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
    }

    @Test
    void holdsTheSecondBack_whileTheFirstIsInDoubt() {
        WORLD.state(DOSSIER, 1);
        WORLD.state(DOSSIER, 2);
        WORLD.send(STATE, LOST);
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
    }

    @Test
    void holdsTheSecondBack_whileTheFirstPausesAfterAFault() {
        WORLD.state(DOSSIER, 1);
        WORLD.state(DOSSIER, 2);
        WORLD.send(STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
    }

    @Test
    void letsTheSecondGo_whenTheFirstIsRefused() {
        WORLD.state(DOSSIER, 1);
        long second = WORLD.state(DOSSIER, 2);
        WORLD.send(STATE, REFUSED);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(second);
    }

    @Test
    void letsDossiersGoSideBySide() {
        long one = WORLD.state(DOSSIER, 1);
        long other = WORLD.state("H15.24133-261121-0002", 1);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(one, other);
    }

    @Test
    void holdsAStepBack_untilAStateIsConfirmed() {
        WORLD.state(DOSSIER, 1);
        long step = WORLD.step(DOSSIER, 2);
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
        WORLD.send(STATE, CONFIRMED);
        assertThat(WORLD.claimedIds(STEP)).containsExactly(step);
    }

    @Test
    void holdsAStepBack_whenItsStateWasRefused() {
        WORLD.state(DOSSIER, 1);
        WORLD.step(DOSSIER, 2);
        WORLD.send(STATE, REFUSED);
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
    }

    @Test
    void letsStepsGoOneByOne() {
        WORLD.state(DOSSIER, 1);
        long first = WORLD.step(DOSSIER, 2);
        long second = WORLD.step(DOSSIER, 3);
        WORLD.send(STATE, CONFIRMED);
        assertThat(WORLD.send(STEP, CONFIRMED)).containsExactly(first);
        assertThat(WORLD.send(STEP, CONFIRMED)).containsExactly(second);
    }

    @Test
    void holdsAStateBack_whileAnEarlierStepMayGo() {
        WORLD.state(DOSSIER, 1);
        WORLD.step(DOSSIER, 2);
        long state = WORLD.state(DOSSIER, 3);
        WORLD.send(STATE, CONFIRMED);
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
        WORLD.send(STEP, CONFIRMED);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(state);
    }

    @Test
    void letsAStatePassStepsThatWaitForIt() {
        long early = WORLD.step(DOSSIER, 1);
        long state = WORLD.state(DOSSIER, 2);
        long late = WORLD.step(DOSSIER, 3);
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
        assertThat(WORLD.send(STATE, CONFIRMED)).containsExactly(state);
        assertThat(WORLD.send(STEP, CONFIRMED)).containsExactly(early);
        assertThat(WORLD.send(STEP, CONFIRMED)).containsExactly(late);
    }

    @Test
    void letsNoStatePassAStepThatMayHaveArrived() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, CONFIRMED);
        WORLD.step(DOSSIER, 2);
        WORLD.send(STEP, LOST);
        WORLD.state(DOSSIER, 3);
        WORLD.jdbc().execute("delete from delivery_holding");
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
    }

    @Test
    void makesStepsWaitAgain_whenThePartnerLostTheDossier() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, CONFIRMED);
        long step = WORLD.step(DOSSIER, 2);
        WORLD.send(STEP, new NotHeld("-2"));
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
        assertThat(WORLD.delivery(step).reason()).isEqualTo("NOT-HELD");
        long state = WORLD.state(DOSSIER, 3);
        assertThat(WORLD.send(STATE, CONFIRMED)).containsExactly(state);
        assertThat(WORLD.send(STEP, CONFIRMED)).containsExactly(step);
    }

    @Test
    void putsAStepBeforeAPerson_whenThePartnerLostTheDossier() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, CONFIRMED);
        WORLD.step(DOSSIER, 2);
        WORLD.send(STEP, new NotHeld("-2"));
        assertThat(openItems()).containsExactly("DELIVERY-NOT-HELD");
        WORLD.state(DOSSIER, 3);
        WORLD.send(STATE, CONFIRMED);
        WORLD.send(STEP, CONFIRMED);
        assertThat(openItems()).isEmpty();
    }

    @Test
    void goesAgainAsAnUpdate_whenThePartnerHoldsTheDossierAlready() {
        long state = WORLD.state(DOSSIER, 1);
        assertThat(WORLD.claim(STATE)).allMatch(batch -> !batch.heldByPartner()).allSatisfy(batch -> {
            batch.noteRest(new AlreadyThere("-3"));
            WORLD.engine().record(batch, false, null);
        });
        assertThat(WORLD.claim(STATE)).singleElement().satisfies(batch -> {
            assertThat(batch.heldByPartner()).isTrue();
            assertThat(batch.items().getFirst().id()).isEqualTo(state);
        });
    }

    @Test
    void letsNothingPassWhatStandsBeforeAPerson() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, CONFIRMED);
        WORLD.step(DOSSIER, 2);
        WORLD.send(STEP, UNSENT);
        WORLD.step(DOSSIER, 3);
        WORLD.state(DOSSIER, 4);
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
    }

    @Test
    void keepsTheOrderOfOnePartnerApartFromAnothers() {
        try (DeliveryWorld two = DeliveryWorld.fresh(TestPartners.of("portal.settle=2s", "post.settle=2s"))) {
            two.state(DOSSIER, 1);
            two.state(DOSSIER, 2, "PROCESSED");
            two.claim(STATE);
            assertThat(two.engine().claim("post", STATE, 50, false).batches()).hasSize(1);
            two.send(STATE, CONFIRMED);
            assertThat(two.claim(STATE))
                    .as("post's doubts are not the portal's")
                    .isEmpty();
        }
    }

    @Test
    void letsWaitingStepsGo_whenThePartnerIsSeenToHoldTheDossier() {
        long step = WORLD.step(DOSSIER, 1);
        assertThat(WORLD.claimedIds(STEP)).isEmpty();
        WORLD.get(Deliveries.class).noteHeld(DeliveryWorld.PORTAL, java.util.List.of(DOSSIER));
        assertThat(WORLD.claimedIds(STEP)).containsExactly(step);
    }

    @Test
    void forgetsAHintThatProvesWrong_andIsNotHeldUpByIt() {
        long first = WORLD.state("H15.24133-261122-0001", 1, "ACCEPTED");
        long second = WORLD.state("H15.24133-261122-0001", 2, "IN_PROGRESS");
        WORLD.jdbc().update("update delivery set head = true where id = ?", second);

        assertThat(WORLD.claimedIds(STATE)).containsExactly(first);

        assertThat(WORLD.jdbc().queryForObject("select head from delivery where id = ?", Boolean.class, second))
                .isFalse();
    }

    @Test
    void sendsAgain_onlyOnceThePartnerWasAskedAfterTheSettleTime() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, LOST);
        assertThat(WORLD.claimDoubtful(STATE)).isEmpty();
        WORLD.clock.advance(Duration.ofSeconds(3));
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
        assertThat(WORLD.ask(STATE, new NotThere())).containsExactly(state);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(state);
    }

    private static java.util.List<String> openItems() {
        return WORLD.jdbc().queryForList("select code from work_item where state = 'OPEN'", String.class);
    }
}
