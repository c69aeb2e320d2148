package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.TestPartners;

/** What a person may do to one delivery, and what the state and the lane forbid. */
class OperatorActsTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.batch=50"));
    private static final String DOSSIER = "H15.24133-261122-0001";
    private static final DeliveryOutcome NO = new DeliveryOutcome.Refused(Reason.CONTENT_REFUSED, "-1", "thiếu trường");
    private static final DeliveryOutcome UNCLEAR = new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, "mã 77", true);
    private static final Caller LEAD = TestAccess.operator(OperatorRole.LEAD);

    private final OperatorActs acts = WORLD.get(OperatorActs.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void cancelsWhatWaits_andLetsTheNextGo() {
        long first = WORLD.state(DOSSIER, 1, "ACCEPTED");
        long second = WORLD.state(DOSSIER, 2, "IN_PROGRESS");

        acts.act(HandAct.CANCEL, first, LEAD, "gửi nhầm", null);

        assertThat(WORLD.delivery(first).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(WORLD.delivery(first).reason()).isEqualTo("CANCELLED-BY-PERSON");
        assertThat(WORLD.claimedIds(STATE)).containsExactly(second);
    }

    @Test
    void takesARefusedStateAsArrivedOnAPersonsWord_andLetsItsStepsGo() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, NO);
        long step = WORLD.step(DOSSIER, 2);
        assertThat(WORLD.claim(STEP)).isEmpty();

        Delivery done = acts.act(HandAct.MARK_DONE, state, LEAD, "đã tra trên Cổng", "công văn 12/CV-2026");

        assertThat(done.state()).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(done.detail()).isEqualTo("công văn 12/CV-2026");
        assertThat(WORLD.claimedIds(STEP)).containsExactly(step);
    }

    @Test
    void settlesTheWorkItemAndAuditsTheAct() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, UNCLEAR);
        assertThat(openItems()).isEqualTo(1);

        acts.act(HandAct.MARK_DONE, state, LEAD, "đã tra trên Cổng", "ảnh 7");

        assertThat(openItems()).isZero();
        assertThat(WORLD.jdbc()
                        .queryForObject(
                                "select who || ' ' || act || ' ' || reason from audit where subject = ?",
                                String.class,
                                "delivery:" + state))
                .isEqualTo("operator:lead delivery.mark-done đã tra trên Cổng [ảnh 7]");
    }

    @Test
    void asksFirst_whenAPersonRetriesWhatMayHaveArrived() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, UNCLEAR);

        acts.act(HandAct.RETRY, state, LEAD, "Cổng đã sửa", null);

        assertThat(WORLD.stateOf(state)).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void refusesToMarkDoneWhatStillGoesByItself() {
        assertRefused(HandAct.MARK_DONE, WORLD.state(DOSSIER, 1), "DELIVERY-NOT-STOPPED");
    }

    @Test
    void touchesNothingOnItsWay() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.claim(STATE);

        for (HandAct act : HandAct.values()) {
            assertRefused(act, state, "DELIVERY-IN-DOUBT");
        }
    }

    @Test
    void touchesNothingThatHasEnded() {
        long state = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, new DeliveryOutcome.Confirmed());

        assertRefused(HandAct.RETRY, state, "DELIVERY-FINISHED");
        assertRefused(HandAct.CANCEL, state, "DELIVERY-FINISHED");
    }

    @Test
    void retriesARefusedStepThatItsFullStateHadPassed() {
        long refused = WORLD.step(DOSSIER, 3);
        WORLD.state(DOSSIER, 4);
        WORLD.send(STATE, new DeliveryOutcome.Confirmed());
        WORLD.send(STEP, NO);
        assertThat(WORLD.stateOf(refused)).isEqualTo(DeliveryState.REFUSED);

        acts.act(HandAct.RETRY, refused, LEAD, "Cổng đã sửa", null);

        assertThat(WORLD.claimedIds(STEP)).containsExactly(refused);
    }

    @Test
    void doesNotRetryARefusedStepThatANewerOneOvertook() {
        long refused = WORLD.step(DOSSIER, 3);
        WORLD.state(DOSSIER, 4);
        WORLD.send(STATE, new DeliveryOutcome.Confirmed());
        WORLD.send(STEP, NO);
        WORLD.step(DOSSIER, 5);
        WORLD.send(STEP, new DeliveryOutcome.Confirmed());

        assertRefused(HandAct.RETRY, refused, "DELIVERY-OVERTAKEN");
    }

    @Test
    void leavesCancellingAndMarkingDoneToTheLead() {
        long state = WORLD.state(DOSSIER, 1);
        Caller operator = TestAccess.operator(OperatorRole.OPERATOR);

        assertThatThrownBy(() -> acts.act(HandAct.CANCEL, state, operator, "vì", null))
                .satisfies(refused -> assertThat(
                                ((ProblemException) refused).problem().code())
                        .isEqualTo("ACCESS-ROLE"));
        assertThat(WORLD.stateOf(state)).isEqualTo(DeliveryState.READY);
    }

    private void assertRefused(HandAct act, long id, String code) {
        assertThatThrownBy(() -> acts.act(act, id, LEAD, "vì", "bằng chứng"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static long openItems() {
        return WORLD.jdbc().queryForObject("select count(*) from work_item where resolved_at is null", Long.class);
    }
}
