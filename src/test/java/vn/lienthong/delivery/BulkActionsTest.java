package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.bulk.BulkAction;
import vn.lienthong.delivery.bulk.BulkActions;
import vn.lienthong.delivery.bulk.BulkFilter;
import vn.lienthong.delivery.bulk.BulkRunner;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.TestPartners;

/** The same act on many deliveries: counted, frozen, the oldest first, stoppable, each with its result. */
class BulkActionsTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.batch=50"));
    private static final BulkFilter PARKED = BulkFilter.of(Map.of("state", "PARKED", "partner", "portal"));
    private static final Caller LEAD = TestAccess.operator(OperatorRole.LEAD);
    private static final Caller OPERATOR = TestAccess.operator(OperatorRole.OPERATOR);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final BulkActions actions = WORLD.get(BulkActions.class);
    private final BulkRunner runner = WORLD.get(BulkRunner.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void retriesAllThatMatched_whenTheOrderWasGiven_andNothingElse() {
        List<Long> parked = parked(3);
        BulkAction order = actions.order(HandAct.RETRY, PARKED, OPERATOR, "Cổng đã sửa lỗi", null);
        List<Long> later = parked(1);

        runner.run();

        assertThat(order.count()).isEqualTo(3);
        assertThat(parked).allSatisfy(id -> assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.READY));
        assertThat(later).allSatisfy(id -> assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.PARKED));
        assertThat(actions.find(order.id())).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(BulkAction.State.DONE);
            assertThat(ended.done()).isEqualTo(3);
            assertThat(ended.who()).isEqualTo("operator:operator");
        });
    }

    @Test
    void countsWithoutTouchingAnything() {
        List<Long> parked = parked(2);

        assertThat(actions.count(HandAct.RETRY, PARKED, OPERATOR)).isEqualTo(2);
        runner.run();

        assertThat(WORLD.stateOf(parked.getFirst())).isEqualTo(DeliveryState.PARKED);
        assertThat(actions.latest(10)).isEmpty();
    }

    @Test
    void goesNoFasterThanItMay_theOldestFirst() {
        List<Long> parked = parked(60);
        BulkAction order = actions.order(HandAct.RETRY, PARKED, OPERATOR, "vì", null);

        runner.run();

        assertThat(actions.items(order.id(), BulkAction.Outcome.DONE, 0, 100).stream()
                        .map(BulkAction.Item::deliveryId))
                .containsExactlyElementsOf(parked.subList(0, 50));
        runner.run();
        assertThat(actions.find(order.id()).orElseThrow().state()).isEqualTo(BulkAction.State.DONE);
    }

    @Test
    void stopsWhenToldTo_andLeavesTheRest() {
        List<Long> parked = parked(60);
        BulkAction order = actions.order(HandAct.RETRY, PARKED, OPERATOR, "vì", null);
        runner.run();
        actions.stop(order.id(), LEAD, "sai bộ lọc");
        runner.run();

        assertThat(WORLD.stateOf(parked.getLast())).isEqualTo(DeliveryState.PARKED);
        assertThat(actions.find(order.id())).hasValueSatisfying(stopped -> {
            assertThat(stopped.state()).isEqualTo(BulkAction.State.STOPPED);
            assertThat(stopped.stoppedBy()).isEqualTo("operator:lead");
            assertThat(stopped.done()).isEqualTo(50);
        });
        assertThatThrownBy(() -> actions.stop(order.id(), LEAD, "nữa"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("BULK-ENDED"));
    }

    @Test
    void keepsTheCodeOfEachThatCouldNotBeDone_andGoesOn() {
        List<Long> parked = parked(3);
        BulkAction order = actions.order(HandAct.CANCEL, PARKED, LEAD, "vì", null);
        WORLD.get(OperatorActs.class).act(HandAct.MARK_DONE, parked.get(1), LEAD, "vì", "giấy");

        runner.run();

        assertThat(actions.items(order.id(), BulkAction.Outcome.REFUSED, 0, 10))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.deliveryId()).isEqualTo(parked.get(1));
                    assertThat(item.code()).isEqualTo("DELIVERY-FINISHED");
                });
        assertThat(WORLD.stateOf(parked.get(2))).isEqualTo(DeliveryState.CANCELLED);
    }

    @Test
    void isOverAtOnce_whenNothingMatches() {
        assertThat(actions.order(HandAct.RETRY, PARKED, OPERATOR, "vì", null).state())
                .isEqualTo(BulkAction.State.DONE);
    }

    @Test
    void refusesAFilterItDoesNotUnderstand_ratherThanTakingEverything() {
        for (Map<String, String> asked : List.of(
                Map.<String, String>of(),
                Map.of("partner", " "),
                Map.of("partnr", "portal"),
                Map.of("state", "NO"),
                Map.of("ids", "1;2"),
                Map.of("ids", "1,".repeat(500) + "1"))) {
            assertThatThrownBy(() -> BulkFilter.of(asked))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("BULK-FILTER"));
        }
    }

    @Test
    void takesTheOnesPickedByHand_andNoOthers() {
        List<Long> parked = parked(3);
        BulkFilter picked = BulkFilter.of(Map.of("ids", parked.get(2) + "," + parked.get(0)));
        assertThat(actions.first(HandAct.CANCEL, picked, LEAD, 5)).containsExactly(parked.get(0), parked.get(2));

        BulkAction order = actions.order(HandAct.CANCEL, picked, LEAD, "vì", null);
        runner.run();

        assertThat(actions.conditions(order)).containsOnlyKeys("ids");
        assertThat(parked.stream().map(WORLD::stateOf))
                .containsExactly(DeliveryState.CANCELLED, DeliveryState.PARKED, DeliveryState.CANCELLED);
    }

    @Test
    void leavesBulkCancelToTheLead() {
        assertThatThrownBy(() -> actions.order(HandAct.CANCEL, PARKED, OPERATOR, "vì", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("ACCESS-ROLE"));
    }

    private static List<Long> parked(int number) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(WORLD.state("H15.24133-261122-%04d".formatted(NUMBERS.incrementAndGet()), 1));
        }
        WORLD.send(STATE, new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, "mã 77", false));
        while (ids.stream().anyMatch(id -> WORLD.stateOf(id) == DeliveryState.READY)) {
            WORLD.send(STATE, new DeliveryOutcome.Undecidable(Reason.REPLY_UNKNOWN, "mã 77", false));
        }
        return ids;
    }
}
