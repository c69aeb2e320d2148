package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.PORTAL;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.flow.Hold;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** Two nodes whose clocks are ten minutes apart, neither right, on one database: each way round. */
class SkewedClocksTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Partners PARTNERS =
            TestPartners.of("portal.settle=100ms", "portal.retry-first=100ms", "portal.retry-most=100ms");
    private static final DeliveryWorld AHEAD = world(Duration.ofMinutes(5));
    private static final DeliveryWorld BEHIND = world(Duration.ofMinutes(-5));
    private static final String DOSSIER = "H15.24133-261121-0001";

    static Stream<Arguments> eachWayRound() {
        return Stream.of(Arguments.of(AHEAD, BEHIND), Arguments.of(BEHIND, AHEAD));
    }

    @AfterEach
    void clear() {
        AHEAD.clear();
        BEHIND.get(PartnerFlow.class).refresh();
    }

    @AfterAll
    static void close() {
        AHEAD.close();
        BEHIND.close();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("eachWayRound")
    void sendsAtOnceAndInOrder_whatTheOtherWasTold(DeliveryWorld one, DeliveryWorld other) {
        long first = one.state(DOSSIER, 1, "ACCEPTED");
        long second = other.state(DOSSIER, 2);

        assertThat(other.send(STATE, new Confirmed())).containsExactly(first);
        assertThat(one.send(STATE, new Confirmed())).containsExactly(second);
        assertThat(other.claim(STATE)).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("eachWayRound")
    void leavesTheOthersLeaseAlone(DeliveryWorld one, DeliveryWorld other) {
        long id = one.state(DOSSIER, 1);
        List<DeliveryBatch> sending = one.claim(STATE);

        other.get(Takeover.class).sweep();
        sending.getFirst().noteRest(new Confirmed());
        one.engine().record(sending.getFirst(), false, null);

        assertThat(other.stateOf(id)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("eachWayRound")
    void asksSoon_aboutWhatTheOtherPutInDoubt(DeliveryWorld one, DeliveryWorld other) {
        long id = one.state(DOSSIER, 1);
        one.send(STATE, new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, null, false));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> other.ask(STATE, new Confirmed()).contains(id));
        assertThat(one.stateOf(id)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("eachWayRound")
    void sendsAgainSoon_whatTheOtherCouldNot(DeliveryWorld one, DeliveryWorld other) {
        long id = one.state(DOSSIER, 1);
        one.send(STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> other.send(STATE, new Confirmed()).contains(id));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("eachWayRound")
    void fallsQuietForAsLongAsTheOtherWasAsked(DeliveryWorld one, DeliveryWorld other) {
        PartnerFlow there = other.get(PartnerFlow.class);
        one.get(PartnerFlow.class).quiet(PORTAL, Duration.ofSeconds(1));
        there.refresh();

        assertThat(there.hold(PORTAL).map(Hold::cause)).contains(Hold.Cause.QUIET);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> there.hold(PORTAL).isEmpty());
    }

    private static DeliveryWorld world(Duration wrong) {
        SettableClock right = new SettableClock();
        return new DeliveryWorld(DATABASE, PARTNERS, new GatewayClock() {
            @Override
            public Instant now() {
                return right.now().plus(wrong);
            }

            @Override
            public Duration offset() {
                return Duration.ZERO;
            }

            @Override
            public long monotonicNanos() {
                return right.monotonicNanos();
            }
        });
    }
}
