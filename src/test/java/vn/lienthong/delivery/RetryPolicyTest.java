package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Sent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.partner.TestPartners;

class RetryPolicyTest {
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private final RetryPolicy policy = policy("portal.retry-first=1s", "portal.retry-most=5m");

    private static RetryPolicy policy(String... settings) {
        return new RetryPolicy(TestPartners.of(settings).get("portal"), new Random(7));
    }

    private static ClaimedDelivery item(boolean fullState, int faults) {
        return new ClaimedDelivery(
                1,
                "H15.24133-261121-0001",
                new UUID(0, 1),
                "k",
                fullState,
                "H15",
                "H15",
                faults + 1,
                faults,
                false,
                null);
    }

    private static final ClaimedDelivery STATE = item(true, 0);
    private static final ClaimedDelivery STEP = item(false, 0);
    private static final NotSent UNREACHABLE = new NotSent(Reason.PARTNER_UNREACHABLE, "refused");
    private static final MaybeSent LOST = new MaybeSent(Reason.ANSWER_LOST, null, false);

    @Nested
    class AfterSending {
        @Test
        void confirmsAndRemembersThatThePartnerHoldsTheDossier_whenAStateIsTaken() {
            Change change = policy.afterSending(STATE, new Confirmed("0"));
            assertThat(change.to()).isEqualTo(DeliveryState.CONFIRMED);
            assertThat(change.holding()).isTrue();
            assertThat(change.maybeSent()).isFalse();
            assertThat(change.faults()).isZero();
            assertThat(change.partnerCode()).isEqualTo("0");
        }

        @Test
        void confirmsWithoutConcludingAnythingAboutTheDossier_whenAStepIsTaken() {
            assertThat(policy.afterSending(STEP, new Confirmed()).holding()).isNull();
        }

        @Test
        void awaitsTheAcknowledgement_whenHandedOver() {
            Change change = policy.afterSending(STATE, new Sent());
            assertThat(change.to()).isEqualTo(DeliveryState.SENT);
            assertThat(change.pause()).isEqualTo(SETTLE);
        }

        @Test
        void sendsAgainAfterAPause_whenNoByteLeft() {
            Change change = policy.afterSending(STEP, UNREACHABLE);
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.fault()).isEqualTo(FaultClass.NOT_SENT);
            assertThat(change.faults()).isEqualTo(1);
            assertThat(change.pause()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }

        @Test
        void leavesOpenWhetherAnEarlierAttemptArrived_whenThisOneDidNotLeave() {
            assertThat(policy.afterSending(STATE, UNREACHABLE).maybeSent()).isNull();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 8, 9, 20, 63, 64, 1000})
        void doublesThePauseUpToItsMost(int faults) {
            long most = Math.min(Duration.ofMinutes(5).toMillis(), 1000L << Math.min(faults, 20));
            for (int i = 0; i < 50; i++) {
                Duration pause =
                        policy.afterSending(item(true, faults), UNREACHABLE).pause();
                assertThat(pause.toMillis()).isBetween(most / 2, most);
            }
        }

        @Test
        void spreadsThePauses_soThatABacklogDoesNotComeBackAtOneMoment() {
            assertThat(java.util.stream.IntStream.range(0, 50)
                            .mapToObj(i -> policy.afterSending(item(true, 5), UNREACHABLE)
                                    .pause()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void waitsAtLeastAsLongAsThePartnerWants_whenThrottled() {
            assertThat(policy.afterSending(STATE, new Throttled(Duration.ofSeconds(30)))
                            .pause())
                    .isEqualTo(Duration.ofSeconds(30));
            assertThat(policy.afterSending(item(true, 8), new Throttled(Duration.ZERO))
                            .pause())
                    .isGreaterThan(Duration.ofSeconds(100));
        }

        @Test
        void waitsAnHourAtMost_whenAPartnerWantsYears() {
            assertThat(policy.afterSending(STATE, new Throttled(Duration.ofDays(100_000)))
                            .pause())
                    .isEqualTo(Duration.ofHours(1));
        }

        @Test
        void asksAfterTheSettleTime_whenTheAnswerIsLost() {
            Change change = policy.afterSending(STATE, LOST);
            assertThat(change.to()).isEqualTo(DeliveryState.UNCERTAIN);
            assertThat(change.maybeSent()).isTrue();
            assertThat(change.pause()).isEqualTo(SETTLE);
            assertThat(change.alone()).isNull();
        }

        @Test
        void waitsLonger_whenAnswersAreLostInARow() {
            assertThat(policy.afterSending(item(true, 4), LOST).pause())
                    .isBetween(SETTLE.plusSeconds(8), SETTLE.plusSeconds(16));
        }

        @Test
        void goesAloneNextTime_whenABatchFailedWithoutNamingAnItem() {
            assertThat(policy.afterSending(STATE, new MaybeSent(Reason.BATCH_FAILED, null, true))
                            .alone())
                    .isTrue();
        }

        @Test
        void goesAgainAtOnceAsAnUpdate_whenThePartnerHoldsItAlready() {
            Change change = policy.afterSending(STATE, new AlreadyThere("-3"));
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.holding()).isTrue();
            assertThat(change.pause()).isZero();
        }

        @Test
        void goesAgainAtOnceAsNew_whenThePartnerDoesNotKnowIt() {
            Change change = policy.afterSending(STATE, new NotHeld("-2"));
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.holding()).isFalse();
            assertThat(change.pause()).isZero();
        }

        @Test
        void slowsDown_whenThePartnerContradictsItself() {
            assertThat(policy.afterSending(item(true, 3), new NotHeld("-2")).pause())
                    .isPositive();
            assertThat(policy.afterSending(item(true, 3), new AlreadyThere("-3"))
                            .pause())
                    .isPositive();
        }

        @Test
        void endsWithThePartnersWords_whenRefused() {
            Change change = policy.afterSending(STATE, new Refused(Reason.CONTENT_REFUSED, "-9", "thiếu\0trường"));
            assertThat(change.to()).isEqualTo(DeliveryState.REFUSED);
            assertThat(change.partnerCode()).isEqualTo("-9");
            assertThat(change.detail()).isEqualTo("thiếu trường");
        }

        @Test
        void standsBeforeAPerson_whenUndecidable() {
            Change sent = policy.afterSending(STATE, new Undecidable(Reason.REPLY_UNKNOWN, "x", true));
            assertThat(sent.to()).isEqualTo(DeliveryState.PARKED);
            assertThat(sent.maybeSent()).isTrue();
            Change unsent = policy.afterSending(STATE, new Undecidable(Reason.CANNOT_BE_BUILT, "x", false));
            assertThat(unsent.maybeSent()).isNull();
        }

        @Test
        void failsAsABug_whenGivenTheAnswerToAQuestion() {
            assertThatThrownBy(() -> policy.afterSending(STATE, new NotThere()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> policy.afterSending(STATE, new CannotTell(null)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> policy.afterSending(STATE, new NoAnswer(Reason.ANSWER_LOST, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AfterAsking {
        @Test
        void confirms_whenThePartnerShowsIt() {
            Change change = policy.afterAsking(item(true, 1), new Confirmed());
            assertThat(change.to()).isEqualTo(DeliveryState.CONFIRMED);
            assertThat(change.holding()).isTrue();
        }

        @Test
        void endsWithThePartnersNo_whenItHasDecidedAgainstWhatItHolds() {
            Change change = policy.afterAsking(item(false, 1), new Refused(Reason.CORRECTION_WANTED, "03", "sai"));
            assertThat(change.to()).isEqualTo(DeliveryState.REFUSED);
            assertThat(change.reason()).isEqualTo(Reason.CORRECTION_WANTED);
        }

        @Test
        void sendsAgain_whenItIsSurelyNotThere() {
            Change change = policy.afterAsking(item(false, 1), new NotThere());
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.maybeSent()).isFalse();
            assertThat(change.pause()).isZero();
        }

        @Test
        void goesOnCountingFaults_whenOnlyTheQuestionWasAnswered() {
            assertThat(policy.afterAsking(item(true, 4), new NotThere()).faults())
                    .isEqualTo(4);
            assertThat(policy.afterAsking(item(true, 4), new CannotTell(null)).faults())
                    .isEqualTo(4);
        }

        @Test
        void sendsAStateAgainAsAnUpdate_whenThePartnerCannotTell() {
            Change change = policy.afterAsking(item(true, 1), new CannotTell("older"));
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.holding()).isTrue();
            assertThat(change.maybeSent()).isTrue();
        }

        @Test
        void parksAStep_whenThePartnerCannotTell() {
            Change change = policy.afterAsking(item(false, 1), new CannotTell(null));
            assertThat(change.to()).isEqualTo(DeliveryState.PARKED);
            assertThat(change.reason()).isEqualTo(Reason.MAYBE_SENT);
            assertThat(change.maybeSent()).isTrue();
        }

        @Test
        void sendsAStepAgain_whenThePartnerEntryAllowsDoubles() {
            Change change =
                    policy("portal.resend-maybe-sent-steps=true").afterAsking(item(false, 1), new CannotTell(null));
            assertThat(change.to()).isEqualTo(DeliveryState.READY);
            assertThat(change.maybeSent()).isTrue();
        }

        @Test
        void parks_whenAPersonMustDecide() {
            assertThat(policy.afterAsking(STATE, new Undecidable(Reason.REPLY_UNKNOWN, null, false))
                            .to())
                    .isEqualTo(DeliveryState.PARKED);
        }

        @Test
        void asksAgainAfterAPause_whenTheQuestionIsLost() {
            for (DeliveryOutcome lost : new DeliveryOutcome[] {
                new NoAnswer(Reason.ANSWER_LOST, null), UNREACHABLE, LOST, new Throttled(Duration.ofSeconds(1))
            }) {
                Change change = policy.afterAsking(item(false, 1), lost);
                assertThat(change.to()).isEqualTo(DeliveryState.UNCERTAIN);
                assertThat(change.pause()).isPositive();
                assertThat(change.maybeSent()).isTrue();
            }
        }

        @Test
        void failsAsABug_whenGivenTheOutcomeOfSending() {
            assertThatThrownBy(() -> policy.afterAsking(STATE, new Sent()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> policy.afterAsking(STATE, new AlreadyThere(null)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> policy.afterAsking(STATE, new NotHeld(null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
