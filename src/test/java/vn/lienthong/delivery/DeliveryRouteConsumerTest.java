package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.testing.TestDatabase;

/** What a route meets never loses, doubles or forgets a delivery, whatever it meets. */
class DeliveryRouteConsumerTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ONE = "H15.24133-261121-0001";
    private static final String TWO = "H15.24133-261121-0002";
    private static final String ADDRESS = "delivery:portal/dossier?concurrency=1";

    private final List<List<Long>> calls = new CopyOnWriteArrayList<>();
    private RouteWorld world;

    private RouteWorld open(String... settings) {
        world = new RouteWorld(DATABASE, settings.length == 0 ? new String[] {"portal.settle=2s"} : settings);
        return world;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void parks_whenTheRouteFailsBeforeAnythingLeft() {
        long id = open().queue.state(ONE, 1);
        world.draw(ADDRESS, batch -> {
            throw new IOException("a bug of ours that quotes Nguyễn Văn Mẫu");
        });
        world.awaitState(id, DeliveryState.PARKED);
        Delivery parked = world.queue.delivery(id);
        assertThat(parked.reason()).isEqualTo("CANNOT-BE-BUILT");
        assertThat(parked.detail()).isEqualTo("IOException");
        assertThat(parked.maybeSent()).isFalse();
        assertThat(openWorkItems(id)).containsExactly("DELIVERY-PARKED");
    }

    @Test
    void triesAgain_whenTheDatabaseWasAwayWhileTheMessageWasBuilt() {
        long id = open().queue.state(ONE, 1);
        world.draw(ADDRESS, batch -> {
            throw new IllegalStateException(new DataAccessResourceFailureException("no connection for now"));
        });
        await().untilAsserted(
                        () -> assertThat(world.queue.delivery(id).reason()).isEqualTo("OWN-TROUBLE"));
        assertThat(world.queue.delivery(id).state()).isEqualTo(DeliveryState.READY);
        assertThat(openWorkItems(id)).isEmpty();
    }

    @Test
    void doubts_whenTheRouteFailsAfterSomethingMayHaveLeft() {
        long id = open().queue.state(ONE, 1);
        world.draw(ADDRESS, batch -> {
            leave(batch);
            throw new IllegalStateException("after the first byte");
        });
        world.awaitState(id, DeliveryState.UNCERTAIN);
        Delivery doubtful = world.queue.delivery(id);
        assertThat(doubtful.reason()).isEqualTo("ANSWER-LOST");
        assertThat(doubtful.maybeSent()).isTrue();
        assertThat(calls).hasSize(1);
    }

    @Test
    void keepsWhatTheRouteNotedBeforeItFailed() {
        open();
        long done = world.queue.state(ONE, 1);
        long open = world.queue.state(TWO, 1);
        world.draw(ADDRESS, batch -> {
            leave(batch);
            batch.note(batch.items().getFirst(), new Confirmed("0"));
            throw new IllegalStateException("while reading the second word");
        });
        world.awaitState(open, DeliveryState.UNCERTAIN);
        assertThat(world.queue.stateOf(done)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void sendsAgain_whenTheRouteEndsWithoutAWord() {
        long id = open().queue.state(ONE, 1);
        world.draw(ADDRESS, batch -> {
            calls.add(DeliveryWorld.ids(List.of(batch)));
            if (calls.size() > 1) {
                batch.noteRest(new Confirmed());
            }
        });
        world.await("a first attempt", () -> world.queue.delivery(id).reason() != null);
        assertThat(world.queue.delivery(id).reason()).isEqualTo("PARTNER-UNREACHABLE");
        world.queue.clock.advance(Duration.ofMinutes(10));
        world.awaitState(id, DeliveryState.CONFIRMED);
        assertThat(world.queue.delivery(id).attempts()).isEqualTo(2);
    }

    @Test
    void leavesTheDoubt_whenTheRouteThatAsksFails() {
        long id = open().queue.state(ONE, 1);
        world.queue.send(DeliveryWorld.STATE, new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, null, false));
        world.queue.clock.advance(Duration.ofMinutes(2));
        world.draw("delivery:portal/dossier?ask=true", batch -> {
            throw new IllegalStateException("no answer");
        });
        world.await("a question", () -> attempts(id).size() == 2);
        assertThat(world.queue.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(attempts(id).getLast().asked()).isTrue();
    }

    @Test
    void worksOn_whenTheRouteThrowsAnError() {
        long first = open().queue.state(ONE, 1);
        world.draw(ADDRESS, batch -> {
            if (batch.items().getFirst().id() == first) {
                throw new StackOverflowError();
            }
            confirm(batch);
        });
        world.awaitState(first, DeliveryState.PARKED);
        long second = world.queue.state(TWO, 1);
        world.awaitState(second, DeliveryState.CONFIRMED);
    }

    @Test
    void sendsNothing_whenTheLeaseIsOverBeforeTheFirstByte_andSendsLater() {
        open("portal.connect-timeout=50ms", "portal.read-timeout=50ms", "portal.lease-margin=100ms");
        long id = world.queue.state(ONE, 1);
        AtomicInteger held = new AtomicInteger();
        world.draw(ADDRESS, batch -> {
            if (held.getAndIncrement() == 0) {
                Awaitility.await().until(() -> !batch.lease().holds());
            }
            if (batch.markLeaving()) {
                confirm(batch);
            }
        });
        world.await("the lease ran out", () -> world.queue.delivery(id).reason() != null);
        assertThat(world.queue.stateOf(id)).isEqualTo(DeliveryState.READY);
        assertThat(calls).isEmpty();
        world.queue.clock.advance(Duration.ofMinutes(10));
        world.awaitState(id, DeliveryState.CONFIRMED);
        assertThat(calls).hasSize(1);
    }

    @Test
    void letsTheCallInFlightEnd_andGivesBackTheRest_whenTheRouteStops() throws InterruptedException {
        open();
        long inFlight = world.queue.enqueue(of(ONE, "H15.24133")).getFirst().id();
        long next = world.queue
                .enqueue(of("H99.01-261121-0001", "H99.01"))
                .getFirst()
                .id();
        CountDownLatch goOn = new CountDownLatch(1);
        world.draw(ADDRESS, batch -> {
            leave(batch);
            goOn.await();
            batch.noteRest(new Confirmed());
        });
        world.await("a call in flight", () -> calls.size() == 1);
        Thread stopping = Thread.ofVirtual().start(world::stop);
        world.await("the stop has begun", () -> world.queue.get(Wakeup.class).routes() == 0);
        assertThat(stopping.isAlive()).isTrue();
        goOn.countDown();
        stopping.join();
        assertThat(world.queue.stateOf(inFlight)).isEqualTo(DeliveryState.CONFIRMED);
        Delivery rest = world.queue.delivery(next);
        assertThat(rest.state()).isEqualTo(DeliveryState.READY);
        assertThat(rest.attempts()).isZero();
        assertThat(calls).hasSize(1);
    }

    private static DeliveryRequest of(String dossier, String agency) {
        return DeliveryWorld.request(DeliveryWorld.STATE, dossier, 1, "ACCEPTED", agency, null);
    }

    private void confirm(DeliveryBatch batch) {
        calls.add(DeliveryWorld.ids(List.of(batch)));
        batch.noteRest(new Confirmed());
    }

    private void leave(DeliveryBatch batch) {
        assertThat(batch.markLeaving()).isTrue();
        calls.add(DeliveryWorld.ids(List.of(batch)));
    }

    private List<Attempt> attempts(long id) {
        return world.queue.get(Deliveries.class).attempts(List.of(id));
    }

    private List<String> openWorkItems(long id) {
        return world.queue
                .jdbc()
                .queryForList("select code from work_item where delivery_id = ? and state = 'OPEN'", String.class, id);
    }
}
