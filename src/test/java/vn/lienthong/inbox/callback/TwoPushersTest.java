package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.inbox.callback.TurnRepository.Turn;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.TestDatabase;

/** Of several nodes one pushes to a receiver; when it is gone another goes on. */
class TwoPushersTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CallbackWorld ONE = new CallbackWorld(InboxWorld.local(DATABASE));
    private static final CallbackWorld OTHER = new CallbackWorld(InboxWorld.local(DATABASE));

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @BeforeEach
    void clear() {
        ONE.clear();
        OTHER.node.clock.reset();
    }

    @Test
    void pushesEachItemOnce_inOrder_whileBothNodesLook() {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        try (HttpDouble receiver = ONE.receiver((request, wire) -> {
            seen.add(InboxWorld.json(request.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .path("subject")
                    .asText());
            wire.json("{}");
        })) {
            String[] many = IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new);
            ONE.tell(many);
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                ONE.node.get(Pusher.class).look();
                OTHER.node.get(Pusher.class).look();
                return ONE.waiting().isEmpty();
            });

            assertThat(seen).containsExactly(many);
            assertThat(receiver.requests()).hasSize(40);
        }
    }

    @Test
    void leavesTheReceiverToTheNodeThatHasTheTurn_untilItsLeaseEnds() {
        try (HttpDouble receiver = ONE.receiver((request, wire) -> wire.json("{}"))) {
            ONE.tell("a");
            List<Turn> dead = turns(ONE).take(Ids.next(), 10);
            assertThat(dead).hasSize(1);

            assertThat(turns(OTHER).take(Ids.next(), 10)).isEmpty();
            assertThat(receiver.requests()).isEmpty();
            ONE.node.jdbc().update("update inbox_callback set lease_until = clock_timestamp()");
            OTHER.pushUntil(() -> OTHER.waiting().isEmpty());

            assertThat(receiver.requests()).hasSize(1);
            assertThat(turns(ONE).keep(dead.getFirst())).isFalse();
            assertThat(turns(ONE).received(dead.getFirst())).isFalse();
            assertThat(turns(ONE).failed(dead.getFirst(), Duration.ZERO)).isEmpty();
            assertThat(turns(ONE).disable(dead.getFirst(), DisabledReason.GONE)).isFalse();
        }
    }

    @Test
    void givesTheNextTurnToWhoeverWaitsForLongest_notToTheOneThatJustHadIt() {
        try (HttpDouble busy = ONE.receiver((request, wire) -> wire.json("{}"));
                HttpDouble other = ONE.receiverOf("H15.02", (request, wire) -> wire.json("{}"))) {
            ONE.tell("a", "b");
            ONE.tellOther("H15.02", "c");
            List<String> had = IntStream.range(0, 4).mapToObj(look -> hadTurn()).toList();

            assertThat(had).containsExactly(CallbackWorld.WARD, "H15.02", CallbackWorld.WARD, "H15.02");
            assertThat(busy.requests()).isEmpty();
            assertThat(other.requests()).isEmpty();
        }
    }

    private static String hadTurn() {
        Turn turn = turns(ONE).take(Ids.next(), 1).getFirst();
        turns(ONE).giveBack(turn);
        return turn.address();
    }

    @Test
    void pushesAgain_whatADeadNodeHadDeliveredButNotWrittenDown() {
        try (HttpDouble receiver = ONE.receiver((request, wire) -> wire.json("{}"))) {
            ONE.tell("a");
            Turn dying = turns(ONE).take(Ids.next(), 1).getFirst();
            carry(dying);
            ONE.node.jdbc().update("update inbox_callback set lease_until = clock_timestamp()");

            OTHER.pushUntil(() -> OTHER.waiting().isEmpty());

            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests().getFirst().body())
                    .isEqualTo(receiver.requests().getLast().body());
        }
    }

    @Test
    void writesNothing_onceTheLeaseIsOver() {
        try (HttpDouble receiver = ONE.receiver((request, wire) -> wire.json("{}"))) {
            ONE.tell("a");
            Turn turn = turns(ONE).take(Ids.next(), 1).getFirst();

            Push push = ONE.node
                    .get(Courier.class)
                    .push(
                            turn.url(),
                            turns(ONE).secret(turn),
                            ONE.node.waiting(CallbackWorld.WARD).getFirst(),
                            over(turn));

            assertThat(push.outcome()).isEqualTo(PushOutcome.NOT_SENT);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void dropsTheOutcomeOfAPush_whenTheReceiverMovedMeanwhile() throws InterruptedException {
        CountDownLatch moved = new CountDownLatch(1);
        try (HttpDouble former = ONE.receiver((request, wire) -> {
                    try {
                        moved.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    wire.json("{}");
                });
                HttpDouble next = new HttpDouble((request, wire) -> wire.json("{}"))) {
            ONE.tell("a");
            ONE.pushUntil(() -> former.requests().size() == 1);
            ONE.register(CallbackWorld.WARD, next.url());
            moved.countDown();
            ONE.pushUntil(() -> ONE.waiting().isEmpty());

            assertThat(next.requests()).hasSize(1);
            assertThat(ONE.shown().url()).isEqualTo(next.url() + "/hook");
        }
    }

    private static void carry(Turn turn) {
        Push push = ONE.node
                .get(Courier.class)
                .push(
                        turn.url(),
                        turns(ONE).secret(turn),
                        ONE.node.waiting(CallbackWorld.WARD).getFirst(),
                        vn.lienthong.delivery.Lease.starting(ONE.node.clock, turn.token(), Duration.ofMinutes(1)));
        assertThat(push.outcome()).isEqualTo(PushOutcome.RECEIVED);
    }

    private static vn.lienthong.delivery.Lease over(Turn turn) {
        return vn.lienthong.delivery.Lease.starting(ONE.node.clock, turn.token(), Duration.ZERO);
    }

    private static TurnRepository turns(CallbackWorld world) {
        return world.node.get(TurnRepository.class);
    }
}
