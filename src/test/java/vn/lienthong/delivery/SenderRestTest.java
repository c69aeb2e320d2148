package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.testing.TestDatabase;

/** A sender that cannot work stands in nobody's way, and one that was let go is gone. */
@Timeout(60)
class SenderRestTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ADDRESS = "delivery:portal/dossier?concurrency=1";

    private RouteWorld world;

    @AfterEach
    void close() {
        world.queue.jdbc().execute("drop function if exists no_claim() cascade");
        world.queue.jdbc().execute("drop sequence if exists no_claims");
        world.close();
    }

    @Test
    void keepsNoWatch_whileItRestsFromTrouble() {
        world = new RouteWorld(DATABASE, "portal.settle=2s");
        failClaims();
        long id = world.queue.state("H15.24133-261122-0001", 1);
        world.draw(ADDRESS, batch -> batch.noteRest(new Confirmed()));
        while (claims() < 2) {
            assertThat(world.queue.get(Wakeup.class).watched()).isZero();
            Thread.onSpinWait();
        }
        world.queue.jdbc().execute("drop function no_claim() cascade");
        world.awaitState(id, DeliveryState.CONFIRMED);
    }

    @Test
    void isGone_whenItsRouteWasStoppedAndStartedMeanwhile() throws InterruptedException {
        world = new RouteWorld(
                DATABASE,
                "portal.connect-timeout=50ms",
                "portal.read-timeout=50ms",
                "portal.lease-margin=100ms",
                "portal.settle=2s");
        world.queue.state("H15.24133-261122-0001", 1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Thread> first = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        world.draw(ADDRESS, batch -> {
            if (calls.getAndIncrement() == 0) {
                first.set(Thread.currentThread());
                goOn.await();
            }
            batch.noteRest(new Confirmed());
        });
        world.await("a call that hangs", () -> first.get() != null);
        world.camel().getShutdownStrategy().setTimeout(1);
        world.stop();
        world.start();
        goOn.countDown();
        first.get().join();
        assertThat(world.queue.get(Wakeup.class).routes()).isOne();
    }

    @Test
    void isToldThatMoreIsDue_whenOthersHoldSomeOfWhatItFound() throws SQLException {
        world = new RouteWorld(DATABASE, "portal.settle=2s");
        long held = world.queue.state("H15.24133-261122-0001", 1);
        List<Long> free =
                List.of(world.queue.state("H15.24133-261122-0002", 1), world.queue.state("H15.24133-261122-0003", 1));
        try (Connection other = DATABASE.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from delivery where id = " + held + " for update");
            DeliveryEngine.Claimed claimed = world.queue.engine().claim("portal", STATE, 2, false);
            assertThat(DeliveryWorld.ids(claimed.batches())).containsExactly(free.getFirst());
            assertThat(claimed.more()).isTrue();
            assertThat(world.queue.engine().claim("portal", STATE, 5, false).more())
                    .isFalse();
            other.rollback();
        }
    }

    private void failClaims() {
        world.queue.jdbc().execute("create sequence no_claims");
        world.queue.jdbc().execute("""
                create function no_claim() returns trigger language plpgsql as $$ begin
                    perform nextval('no_claims');
                    raise exception 'disk full';
                end $$""");
        world.queue.jdbc().execute("""
                create trigger no_claim before update on delivery
                for each row when (new.state = 'SENDING') execute function no_claim()""");
    }

    private long claims() {
        return world.queue
                .jdbc()
                .queryForObject("select case when is_called then last_value else 0 end from no_claims", Long.class);
    }
}
