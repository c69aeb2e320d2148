package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.testing.TestDatabase;

/** A partner that keeps failing is left in peace, and found again with one call. */
class RouteBreakerTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int THREADS = 4;

    private final List<Integer> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private RouteWorld world;

    @BeforeEach
    void open() {
        world = new RouteWorld(DATABASE, "portal.breaker.pause=10m", "portal.concurrency=" + THREADS);
        world.breaker.getEventPublisher().onCallNotPermitted(event -> turnedAway.incrementAndGet());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void claimsNothing_whileTheBreakerIsOpen() {
        List<Long> ids = dossiers(8);
        world.breaker.transitionToOpenState();
        world.draw("delivery:portal/dossier", this::confirm);
        awaitTurnedAway(2 * THREADS);
        assertThat(calls).isEmpty();
        assertThat(ids).allSatisfy(id -> {
            assertThat(world.queue.stateOf(id)).isEqualTo(DeliveryState.READY);
            assertThat(world.queue.delivery(id).attempts()).isZero();
        });
    }

    @Test
    void probesWithOneDelivery_whateverTheNumberOfThreads_thenSendsTheRest() {
        List<Long> ids = dossiers(8);
        CountDownLatch goOn = new CountDownLatch(1);
        halfOpen();
        world.draw("delivery:portal/dossier?batch=2", batch -> {
            calls.add(batch.items().size());
            goOn.await();
            world.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            batch.noteRest(new Confirmed());
        });
        awaitTurnedAway(2 * THREADS);
        assertThat(calls).containsExactly(1);
        goOn.countDown();
        ids.forEach(id -> world.awaitState(id, DeliveryState.CONFIRMED));
    }

    @Test
    void leavesThePartnerInPeaceAgain_whenTheProbeFails() {
        List<Long> ids = dossiers(8);
        halfOpen();
        world.draw("delivery:portal/dossier", batch -> {
            calls.add(batch.items().size());
            fail();
            batch.noteRest(new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, null));
        });
        awaitTurnedAway(2 * THREADS);
        assertThat(calls).containsExactly(1);
        assertThat(ids.stream().filter(id -> world.queue.delivery(id).attempts() > 0))
                .hasSize(1);
    }

    @Test
    void probesAgain_whenAProbeTriedNothing() {
        long id = dossiers(1).getFirst();
        halfOpen();
        world.draw("delivery:portal/dossier", batch -> {
            calls.add(batch.items().size());
            if (calls.size() == 1) {
                batch.noteRest(new DeliveryOutcome.NotSent(Reason.OWN_TROUBLE, null));
                world.queue.clock.advance(Duration.ofMinutes(10));
                return;
            }
            world.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            batch.noteRest(new Confirmed());
        });
        world.await("a second try", () -> {
            world.queue.clock.advance(Duration.ofMinutes(10));
            return world.queue.stateOf(id) == DeliveryState.CONFIRMED;
        });
        assertThat(calls).hasSize(2);
    }

    @Test
    void givesBackUntouchedWhatItClaimed_whenTheFirstCallOpensTheBreaker() {
        long first = unit("H15.24133", "H15.24133-261121-0001");
        long second = unit("H99.01", "H99.01-261121-0001");
        world.draw("delivery:portal/dossier?concurrency=1", batch -> {
            calls.add(batch.items().size());
            world.breaker.transitionToOpenState();
            batch.noteRest(new DeliveryOutcome.NotSent(Reason.PARTNER_UNREACHABLE, null));
        });
        awaitTurnedAway(2);
        assertThat(calls).hasSize(1);
        assertThat(world.queue.delivery(first).attempts()
                        + world.queue.delivery(second).attempts())
                .isEqualTo(1);
        assertThat(List.of(world.queue.stateOf(first), world.queue.stateOf(second)))
                .containsOnly(DeliveryState.READY);
    }

    private long unit(String agency, String dossier) {
        return world.queue
                .enqueue(DeliveryWorld.request(DeliveryWorld.STATE, dossier, 1, "ACCEPTED", agency, null))
                .getFirst()
                .id();
    }

    private List<Long> dossiers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> world.queue.state("H15.24133-261121-000" + i, 1))
                .toList();
    }

    private void halfOpen() {
        world.breaker.transitionToOpenState();
        world.breaker.transitionToHalfOpenState();
    }

    private void fail() {
        world.breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("away"));
    }

    private void awaitTurnedAway(int times) {
        world.await("threads were turned away", () -> turnedAway.get() >= times);
    }

    private void confirm(DeliveryBatch batch) {
        calls.add(batch.items().size());
        batch.noteRest(new Confirmed());
    }
}
