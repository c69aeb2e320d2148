package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.delivery.DeliveryWorld.PORTAL;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.flow.Hold;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** What holds calls back holds on every node: pauses, wishes for fewer calls, pace and calls at one time. */
class FlowControlTest {
    private static final Partners LIMITED = TestPartners.of("portal.calls-per-second=10", "portal.calls-at-once=2");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DeliveryWorld HERE = new DeliveryWorld(DATABASE, LIMITED);
    private static final DeliveryWorld THERE = new DeliveryWorld(DATABASE, LIMITED);
    private static final Caller OPERATOR = TestAccess.operator(OperatorRole.OPERATOR);

    private static final Duration LONG = Duration.ofMinutes(1);

    private final PartnerFlow here = HERE.get(PartnerFlow.class);
    private final PartnerFlow there = THERE.get(PartnerFlow.class);

    @AfterAll
    static void close() {
        HERE.close();
        THERE.close();
    }

    @BeforeEach
    void clear() {
        HERE.clear();
        there.refresh();
    }

    @Test
    void claimsNothingWhilePaused_onAnyNode_andGoesOnWhenResumed() {
        long waits = HERE.state("H15.24133-261122-0001", 1);
        here.pause(PORTAL, OPERATOR, "Cổng báo sự cố");
        refresh();

        assertThat(HERE.claim(STATE)).isEmpty();
        assertThat(THERE.claim(STATE)).isEmpty();
        assertThat(there.hold(PORTAL)).hasValueSatisfying(hold -> {
            assertThat(hold.cause()).isEqualTo(Hold.Cause.PAUSED);
            assertThat(hold.by()).isEqualTo("operator:operator");
            assertThat(hold.reason()).isEqualTo("Cổng báo sự cố");
        });

        there.resume(PORTAL, OPERATOR, "Cổng đã chạy lại");
        refresh();
        assertThat(HERE.claimedIds(STATE)).containsExactly(waits);
    }

    @Test
    void asksNothingWhilePaused() {
        HERE.state("H15.24133-261122-0001", 1);
        HERE.send(STATE, new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, null, false));
        HERE.clock.advance(Duration.ofMinutes(5));
        here.pause(PORTAL, OPERATOR, "Cổng báo sự cố");
        refresh();

        assertThat(HERE.claimDoubtful(STATE)).isEmpty();
    }

    @Test
    void writesDownWhoPausedAndWhy() {
        here.pause(PORTAL, OPERATOR, "Cổng báo sự cố");

        assertThat(HERE.jdbc()
                        .queryForList(
                                "select who || ' ' || act || ' ' || subject || ' ' || reason from audit"
                                        + " where act = 'partner.pause'",
                                String.class))
                .contains("operator:operator partner.pause partner:portal Cổng báo sự cố");
    }

    @Test
    void refusesAPauseByAViewer_andOfNobody() {
        assertThatThrownBy(() -> here.pause(PORTAL, TestAccess.operator(OperatorRole.VIEWER), "vì"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> here.pause("nobody", OPERATOR, "vì"))
                .isInstanceOf(ProblemException.class)
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problem().code()).isEqualTo("PARTNER-NOT-FOUND"));
    }

    @Test
    void fallsQuietOnEveryNode_whenOneWasAskedForFewerCalls() {
        HERE.state("H15.24133-261122-0001", 1);
        HERE.send(STATE, new DeliveryOutcome.Throttled(Duration.ofMinutes(10)));
        refresh();
        THERE.state("H15.24133-261122-0002", 1);

        assertThat(THERE.claim(STATE)).isEmpty();
        assertThat(there.hold(PORTAL).map(Hold::cause)).contains(Hold.Cause.QUIET);
    }

    @Test
    void claimsNothingWhileThePartnerIsClosedAsAnnounced() {
        Partners alwaysClosed = TestPartners.of(
                "portal.maintenance[0].from=00:00",
                "portal.maintenance[0].until=12:00",
                "portal.maintenance[1].from=12:00",
                "portal.maintenance[1].until=00:00");
        try (DeliveryWorld waiting = new DeliveryWorld(DATABASE, alwaysClosed)) {
            long told = waiting.state("H15.24133-261122-0001", 1);

            assertThat(waiting.claim(STATE)).isEmpty();
            assertThat(waiting.get(PartnerFlow.class).hold(PORTAL).map(Hold::cause))
                    .contains(Hold.Cause.MAINTENANCE);
            assertThat(HERE.claimedIds(STATE)).containsExactly(told);
        }
    }

    @Test
    void lastsAsLongAsTheLongestWish() {
        here.quiet(PORTAL, Duration.ofMinutes(10));
        there.quiet(PORTAL, Duration.ofMillis(1));
        refresh();

        assertThat(there.hold(PORTAL)).isPresent();
    }

    @Test
    void spacesCallsEvenly_overAllNodes() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waits.add(here.takeTurn(PORTAL, LONG).orElseThrow());
            waits.add(there.takeTurn(PORTAL, LONG).orElseThrow());
        }

        assertThat(waits.getFirst()).isLessThan(Duration.ofMillis(20));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(600), Duration.ofMillis(900));
    }

    @Test
    void losesNoTurn_whenItWouldComeTooLate() {
        here.takeTurn(PORTAL, LONG);
        HERE.jdbc().update("update delivery_flow set next_call_at = clock_timestamp() + interval '1 hour'");

        assertThat(there.takeTurn(PORTAL, LONG)).isEmpty();
        assertThat(here.takeTurn(PORTAL, Duration.ofHours(2)).orElseThrow())
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void hasNoMoreCallsAtOnceThanAllowed_overAllNodesAndKinds() {
        for (int i = 1; i <= 3; i++) {
            HERE.state("H15.24133-261122-000" + i, 1);
        }
        List<DeliveryBatch> first = HERE.engine().claim(PORTAL, STATE, 1, false).batches();
        List<DeliveryBatch> second =
                THERE.engine().claim(PORTAL, STATE, 1, false).batches();

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(HERE.engine().claim(PORTAL, STATE, 1, false).batches()).isEmpty();
        assertThat(THERE.engine().claim(PORTAL, STEP, 1, false).batches()).isEmpty();

        second.getFirst().noteRest(new DeliveryOutcome.Confirmed());
        THERE.engine().record(second.getFirst(), false, null);
        assertThat(HERE.engine().claim(PORTAL, STATE, 1, false).batches()).hasSize(1);
    }

    @Test
    void showsEachHoldAsAFigure() {
        here.pause(PORTAL, OPERATOR, "vì");
        refresh();

        var registry = HERE.get(io.micrometer.core.instrument.MeterRegistry.class);
        assertThat(Objects.requireNonNull(registry.find("lienthong.partner.held")
                                .tag("cause", "PAUSED")
                                .gauge())
                        .value())
                .isEqualTo(1);
    }

    private void refresh() {
        here.refresh();
        there.refresh();
    }
}
