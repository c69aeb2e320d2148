package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryState.CANCELLED;
import static vn.lienthong.delivery.DeliveryState.PARKED;
import static vn.lienthong.delivery.DeliveryState.READY;
import static vn.lienthong.delivery.DeliveryState.REFUSED;
import static vn.lienthong.delivery.DeliveryState.SENDING;
import static vn.lienthong.delivery.DeliveryState.UNCERTAIN;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;
import static vn.lienthong.delivery.DeliveryWorld.request;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** Which unsent full states a newer one replaces. */
class CoalescingTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DeliveryWorld SAME = world("same-status");
    private static final DeliveryWorld ALL = world("all");
    private static final DeliveryWorld NONE = world("none");
    private static final String DOSSIER = "H15.24133-261121-0001";
    private static final Undecidable UNSENT = new Undecidable(Reason.CANNOT_BE_BUILT, null, false);
    private static final Undecidable MAYBE = new Undecidable(Reason.REPLY_UNKNOWN, null, true);

    private static DeliveryWorld world(String rule) {
        return new DeliveryWorld(DATABASE, TestPartners.of("portal.settle=2s", "portal.coalesce=" + rule));
    }

    @AfterEach
    void marksEveryTurn() {
        assertThat(SAME.get(LaneRepository.class).repair()).isZero();
        SAME.clear();
    }

    @AfterAll
    static void close() {
        List.of(SAME, ALL, NONE).forEach(DeliveryWorld::close);
    }

    @Test
    void replacesAnUnsentNeighbourOfTheSameStatus() {
        long first = SAME.state(DOSSIER, 1, "ACCEPTED");
        long second = SAME.state(DOSSIER, 2, "ACCEPTED");
        assertThat(SAME.stateOf(first)).isEqualTo(CANCELLED);
        assertThat(SAME.delivery(first).reason()).isEqualTo("SUPERSEDED");
        assertThat(SAME.claimedIds(STATE)).containsExactly(second);
    }

    @Test
    void keepsAChangeOfStatus() {
        long first = SAME.state(DOSSIER, 1, "ACCEPTED");
        long second = SAME.state(DOSSIER, 2, "IN_PROGRESS");
        assertThat(SAME.stateOf(first)).isEqualTo(READY);
        assertThat(SAME.stateOf(second)).isEqualTo(READY);
    }

    @Test
    void replacesAChangeOfStatus_whereThePartnerEntryTakesAll() {
        long first = ALL.state(DOSSIER, 1, "ACCEPTED");
        ALL.state(DOSSIER, 2, "IN_PROGRESS");
        assertThat(ALL.stateOf(first)).isEqualTo(CANCELLED);
    }

    @Test
    void replacesNothing_whereThePartnerEntryTakesNone() {
        long first = NONE.state(DOSSIER, 1, "ACCEPTED");
        NONE.state(DOSSIER, 2, "ACCEPTED");
        assertThat(NONE.stateOf(first)).isEqualTo(READY);
    }

    @Test
    void replacesNothingAcrossAStep() {
        long first = ALL.state(DOSSIER, 1);
        ALL.step(DOSSIER, 2);
        ALL.state(DOSSIER, 3);
        assertThat(ALL.stateOf(first)).isEqualTo(READY);
    }

    @Test
    void replacesTheNeighbourOnly() {
        long first = SAME.state(DOSSIER, 1, "ACCEPTED");
        long second = SAME.state(DOSSIER, 2, "IN_PROGRESS");
        long third = SAME.state(DOSSIER, 3, "ACCEPTED");
        assertThat(List.of(first, second, third)).allMatch(id -> SAME.stateOf(id) == READY);
    }

    @Test
    void takesTheLastPlace() {
        SAME.state(DOSSIER, 1, "ACCEPTED");
        long step = SAME.step(DOSSIER, 2);
        SAME.send(STATE, new Confirmed());
        long third = SAME.state(DOSSIER, 3, "ACCEPTED");
        long fourth = SAME.state(DOSSIER, 4, "ACCEPTED");
        assertThat(SAME.stateOf(third)).isEqualTo(CANCELLED);
        assertThat(SAME.send(STEP, new Confirmed())).containsExactly(step);
        assertThat(SAME.send(STATE, new Confirmed())).containsExactly(fourth);
    }

    @Test
    void replacesInAChain_whenStatesArriveTogether() {
        List<Delivery> made = SAME.enqueue(
                request(STATE, DOSSIER, 1, "ACCEPTED"),
                request(STATE, DOSSIER, 2, "ACCEPTED"),
                request(STEP, DOSSIER, 3, "ACCEPTED"),
                request(STATE, DOSSIER, 4, "ACCEPTED"),
                request(STATE, DOSSIER, 5, "ACCEPTED"));
        assertThat(made).extracting(Delivery::version).containsExactly(1, 2, 3, 4, 5);
        assertThat(made)
                .extracting(delivery -> SAME.stateOf(delivery.id()))
                .containsExactly(CANCELLED, READY, READY, CANCELLED, READY);
    }

    @Test
    void leavesAloneWhatIsBeingSent() {
        long first = SAME.state(DOSSIER, 1);
        SAME.claim(STATE);
        SAME.state(DOSSIER, 2);
        assertThat(SAME.stateOf(first)).isEqualTo(SENDING);
    }

    @Test
    void leavesAloneWhatIsInDoubt() {
        long first = ALL.state(DOSSIER, 1);
        ALL.send(STATE, new MaybeSent(Reason.ANSWER_LOST, null, false));
        ALL.state(DOSSIER, 2);
        assertThat(ALL.stateOf(first)).isEqualTo(UNCERTAIN);
    }

    @Test
    void leavesAloneWhatMayHaveArrived_evenWhenALaterAttemptDidNotLeave() {
        long first = ALL.state(DOSSIER, 1);
        ALL.send(STATE, new MaybeSent(Reason.ANSWER_LOST, null, false));
        ALL.clock.advance(Duration.ofSeconds(3));
        ALL.ask(STATE, new CannotTell(null));
        ALL.send(STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));
        ALL.state(DOSSIER, 2);
        assertThat(ALL.stateOf(first)).isEqualTo(READY);
        assertThat(ALL.delivery(first).maybeSent()).isTrue();
    }

    @Test
    void replacesWhatStandsBeforeAPerson_whenNoByteOfItLeft() {
        long first = NONE.state(DOSSIER, 1, "ACCEPTED");
        NONE.send(STATE, UNSENT);
        assertThat(openItems()).isOne();
        long second = NONE.state(DOSSIER, 2, "IN_PROGRESS");
        assertThat(NONE.stateOf(first)).isEqualTo(CANCELLED);
        assertThat(openItems()).isZero();
        assertThat(NONE.claimedIds(STATE)).containsExactly(second);
    }

    @Test
    void leavesBeforeThePersonWhatMayHaveArrived() {
        long first = ALL.state(DOSSIER, 1);
        ALL.send(STATE, MAYBE);
        ALL.state(DOSSIER, 2);
        assertThat(ALL.stateOf(first)).isEqualTo(PARKED);
        assertThat(openItems()).isOne();
        assertThat(ALL.claimedIds(STATE)).isEmpty();
    }

    @Test
    void leavesAStepBeforeThePerson() {
        NONE.state(DOSSIER, 1);
        NONE.send(STATE, new Confirmed());
        long step = NONE.step(DOSSIER, 2);
        NONE.send(STEP, UNSENT);
        NONE.state(DOSSIER, 3);
        assertThat(NONE.stateOf(step)).isEqualTo(PARKED);
    }

    @Test
    void replacesWhatWasRefused_soThatARetryByHandCannotBringItBackLater() {
        long first = NONE.state(DOSSIER, 1);
        NONE.send(STATE, new Refused(Reason.CONTENT_REFUSED, "-9", null));
        assertThat(NONE.stateOf(first)).isEqualTo(REFUSED);
        NONE.state(DOSSIER, 2);
        assertThat(NONE.stateOf(first)).isEqualTo(CANCELLED);
        assertThat(openItems()).isZero();
    }

    private static int openItems() {
        return SAME.jdbc().queryForObject("select count(*) from work_item where state = 'OPEN'", Integer.class);
    }
}
