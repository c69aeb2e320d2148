package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.PORTAL;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.Acknowledgement.Effect;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.delivery.Acknowledgement.Taken;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.TestPartners;

/** What partners say of deliveries after they took them: never lost, never applied twice, whenever it comes. */
class AcknowledgementsTest {
    private static final DeliveryWorld WORLD =
            DeliveryWorld.fresh(TestPartners.of("portal.settle=2s", "portal.acknowledge-within=1h", "post.settle=2s"));
    private static final String DOSSIER = "H15.24133-261122-0001";
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Ear EAR = new Ear();

    static {
        WORLD.listen(EAR);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
        EAR.told.clear();
        EAR.acknowledged.clear();
    }

    @Test
    void confirmsWhatWasHandedOver_andLetsTheNextGo() {
        long first = sent();
        long second = WORLD.state(DOSSIER, 2);
        assertThat(WORLD.claimedIds(STATE)).isEmpty();

        assertThat(take(first, Outcome.ACCEPTED)).isEqualTo(Effect.APPLIED);

        assertThat(WORLD.stateOf(first)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(second);
        assertThat(EAR.acknowledged).extracting(DeliveryAnswer::state).containsExactly(DeliveryState.CONFIRMED);
        assertThat(EAR.told).isEmpty();
    }

    @Test
    void refusesOrWantsACorrection_beforeAPersonAndToTheAgency() {
        long refused = sent();
        take(refused, Outcome.REFUSED, "Không thuộc đối tượng");
        long wrong = sent(2);
        take(wrong, Outcome.CORRECTION, "Sai ngày sinh");

        assertThat(WORLD.delivery(refused).reason()).isEqualTo("CONTENT-REFUSED");
        assertThat(WORLD.delivery(wrong).reason()).isEqualTo("CORRECTION-WANTED");
        assertThat(WORLD.delivery(wrong).state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(openItems(refused)).containsExactly("DELIVERY-REFUSED");
        assertThat(openItems(wrong)).containsExactly("DELIVERY-CORRECTION");
        assertThat(EAR.acknowledged)
                .extracting(DeliveryAnswer::detail)
                .containsExactly("Không thuộc đối tượng", "Sai ngày sinh");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void isOneHoweverOftenItIsTold(Outcome outcome) {
        long id = sent();
        Effect first = take(id, outcome);
        int attempts = WORLD.get(Deliveries.class).attempts(List.of(id)).size();

        assertThat(first).isEqualTo(Effect.APPLIED);
        assertThat(take(id, outcome)).isEqualTo(Effect.REPEATED);
        assertThat(take(id, outcome, "lời khác")).isEqualTo(Effect.NOTED);
        assertThat(WORLD.get(Deliveries.class).attempts(List.of(id))).hasSize(attempts);
        assertThat(EAR.acknowledged).hasSize(1);
        assertThat(openItems(id)).doesNotContain("ACKNOWLEDGEMENT-DISPUTED");
    }

    @Test
    void keepsOneThatContradicts_andPutsItBeforeAPerson() {
        long accepted = sent();
        take(accepted, Outcome.ACCEPTED);
        long refused = sent(2);
        take(refused, Outcome.REFUSED);

        assertThat(take(accepted, Outcome.REFUSED)).isEqualTo(Effect.DISPUTED);
        assertThat(take(refused, Outcome.ACCEPTED)).isEqualTo(Effect.DISPUTED);
        assertThat(take(refused, Outcome.CORRECTION)).isEqualTo(Effect.DISPUTED);
        assertThat(WORLD.stateOf(accepted)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(WORLD.stateOf(refused)).isEqualTo(DeliveryState.REFUSED);
        assertThat(openItems(accepted)).containsExactly("ACKNOWLEDGEMENT-DISPUTED");
        assertThat(openItems(refused)).contains("ACKNOWLEDGEMENT-DISPUTED");
        assertThat(kept()).isEqualTo(5);
    }

    @Test
    void isHeld_whenItOvertakesOurOwnRecordOfTheHandingOver() {
        long id = WORLD.state(DOSSIER, 1);
        List<DeliveryBatch> sending = WORLD.claim(STATE);

        assertThat(take(id, Outcome.ACCEPTED)).isEqualTo(Effect.HELD);
        WORLD.get(Acknowledgements.class).release();
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.SENDING);

        sending.getFirst().noteRest(new Sent());
        WORLD.engine().record(sending.getFirst(), false, null);
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.SENT);
        WORLD.get(Acknowledgements.class).release();
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(EAR.acknowledged).hasSize(1);
    }

    @Test
    void isHeld_throughACrashAndThroughAnAttemptThatCameToNothing() {
        long crashed = WORLD.state(DOSSIER, 1);
        WORLD.claim(STATE);
        take(crashed, Outcome.REFUSED);
        WORLD.jdbc().update("update delivery set lease_until = clock_timestamp() - interval '1 second'");
        WORLD.get(Takeover.class).sweep();
        WORLD.get(Acknowledgements.class).release();
        assertThat(WORLD.stateOf(crashed)).isEqualTo(DeliveryState.REFUSED);

        long unsent = WORLD.state("H15.24133-261122-0002", 1);
        WORLD.send(STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));
        assertThat(take(unsent, Outcome.ACCEPTED)).isEqualTo(Effect.HELD);
        WORLD.clock.advance(Duration.ofMinutes(10));
        WORLD.send(STATE, new Sent());
        WORLD.get(Acknowledgements.class).release();
        assertThat(WORLD.stateOf(unsent)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void makesUsAsk_whenItDoesNotComeInTime_andStillCountsAfterwards() {
        long id = sent();
        Acknowledgements acknowledgements = WORLD.get(Acknowledgements.class);
        acknowledgements.remind();
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.SENT);

        WORLD.clock.advance(Duration.ofMinutes(61));
        acknowledgements.remind();
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
        WORLD.ask(STATE, new DeliveryOutcome.NoAnswer(Reason.UNACKNOWLEDGED, "00"));
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(openItems(id)).containsExactly("DELIVERY-UNACKNOWLEDGED");

        assertThat(take(id, Outcome.ACCEPTED)).isEqualTo(Effect.APPLIED);
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(openItems(id)).isEmpty();
    }

    @Test
    void isStoodInFor_byTheAnswerToAQuestion() {
        long accepted = overdue(1);
        WORLD.ask(STATE, new DeliveryOutcome.Confirmed("02"));
        long refused = overdue(2);
        WORLD.ask(STATE, new DeliveryOutcome.Refused(Reason.CORRECTION_WANTED, "03", "Sai ngày sinh"));

        assertThat(WORLD.stateOf(accepted)).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(WORLD.stateOf(refused)).isEqualTo(DeliveryState.REFUSED);
        assertThat(openItems(refused)).containsExactly("DELIVERY-CORRECTION");
        assertThat(EAR.acknowledged)
                .extracting(DeliveryAnswer::state)
                .containsExactly(DeliveryState.CONFIRMED, DeliveryState.REFUSED);
        assertThat(EAR.told).isEmpty();
    }

    @Test
    void drops_theAnswerToAQuestionThatItOvertook() {
        overdue(1);
        List<DeliveryBatch> asking = WORLD.claimDoubtful(STATE);
        long id = asking.getFirst().items().getFirst().id();
        take(id, Outcome.REFUSED);

        asking.getFirst().noteRest(new DeliveryOutcome.Confirmed("02"));
        WORLD.engine().record(asking.getFirst(), true, null);

        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.REFUSED);
        assertThat(EAR.acknowledged).hasSize(1);
    }

    @Test
    void comesLate_afterAPersonVouchedOrAfterItWasParked() {
        long vouched = WORLD.state(DOSSIER, 1);
        WORLD.send(STATE, new Undecidable(Reason.REPLY_UNKNOWN, "77", true));
        WORLD.get(OperatorActs.class).perform(HandAct.MARK_DONE, vouched, "lead", "đã gọi điện", "văn bản 12");
        long parked = WORLD.state("H15.24133-261122-0002", 1);
        WORLD.send(STATE, new Undecidable(Reason.REPLY_UNKNOWN, "77", true));

        assertThat(take(vouched, Outcome.ACCEPTED)).isEqualTo(Effect.NOTED);
        assertThat(take(vouched, Outcome.REFUSED)).isEqualTo(Effect.DISPUTED);
        assertThat(take(parked, Outcome.REFUSED)).isEqualTo(Effect.DISPUTED);
        assertThat(WORLD.stateOf(parked)).isEqualTo(DeliveryState.PARKED);
        assertThat(take(parked, Outcome.ACCEPTED, "đã nhận")).isEqualTo(Effect.APPLIED);
        assertThat(WORLD.stateOf(parked)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void isNothing_forAnotherPartnersDeliveryOrOneThatNeverLeft() {
        long mine = sent();
        long waiting = WORLD.state(DOSSIER, 2);

        assertThat(taken("post", mine, Outcome.ACCEPTED, null)).isEmpty();
        assertThat(taken(PORTAL, waiting, Outcome.ACCEPTED, null)).isEmpty();
        assertThat(taken(PORTAL, 987_654_321L, Outcome.ACCEPTED, null)).isEmpty();
        assertThat(kept()).isZero();
        assertThat(WORLD.stateOf(mine)).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void takesNoFlood() {
        long id = sent();
        for (int i = 0; i < 60; i++) {
            taken(PORTAL, id, Outcome.ACCEPTED, "lần " + i);
        }
        assertThat(kept()).isEqualTo(50);
    }

    @Test
    void appliesAnewAfterAResend_butNotTheOldOneToldAgain() {
        long id = sent();
        take(id, Outcome.REFUSED);
        WORLD.get(OperatorActs.class).perform(HandAct.RETRY, id, "lead", "bên nhận đã sửa danh mục", null);
        WORLD.send(STATE, new Sent());

        assertThat(take(id, Outcome.REFUSED)).isEqualTo(Effect.REPEATED);
        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.SENT);
        assertThat(take(id, Outcome.ACCEPTED)).isEqualTo(Effect.APPLIED);
    }

    private static long sent() {
        return sent(1);
    }

    private static long sent(int dossier) {
        long id = WORLD.state("H15.24133-261122-%04d".formatted(dossier), 1);
        assertThat(WORLD.send(STATE, new Sent())).containsExactly(id);
        return id;
    }

    private static long overdue(int dossier) {
        long id = sent(dossier);
        WORLD.clock.advance(Duration.ofMinutes(61));
        WORLD.get(Acknowledgements.class).remind();
        return id;
    }

    private static Effect take(long id, Outcome outcome) {
        return take(id, outcome, null);
    }

    private static Effect take(long id, Outcome outcome, @Nullable String words) {
        return taken(PORTAL, id, outcome, words).orElseThrow().effect();
    }

    private static Optional<Taken> taken(String partner, long id, Outcome outcome, @Nullable String words) {
        return WORLD.get(TransactionTemplate.class)
                .execute(status -> WORLD.get(Acknowledgements.class)
                        .take(partner, new Acknowledgement(id, outcome, words, NOON, Ids.next())));
    }

    private static List<String> openItems(long id) {
        return WORLD.jdbc()
                .queryForList(
                        "select code from work_item where delivery_id = ? and state = 'OPEN' order by code",
                        String.class,
                        id);
    }

    private static int kept() {
        return WORLD.jdbc().queryForObject("select count(*) from delivery_acknowledgement", Integer.class);
    }

    private static final class Ear implements DeliveryListener {
        private final List<DeliveryAnswer> told = new ArrayList<>();
        private final List<DeliveryAnswer> acknowledged = new ArrayList<>();

        @Override
        public boolean wantsConfirmed(String agency) {
            return true;
        }

        @Override
        public void answered(List<DeliveryAnswer> answers) {
            told.addAll(answers);
        }

        @Override
        public void acknowledged(List<DeliveryAnswer> answers) {
            acknowledged.addAll(answers);
        }
    }
}
