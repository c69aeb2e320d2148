package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.testing.TestDatabase;

/** A known outcome that the database does not take at once is neither lost nor written twice. */
class RecordingTroubleTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String DOSSIER = "H15.24133-261121-0001";
    private static final String ADDRESS = "delivery:portal/dossier?concurrency=1";

    private final AtomicInteger calls = new AtomicInteger();
    private RouteWorld world;

    @AfterEach
    void close() {
        world.queue.jdbc().execute("drop function if exists trouble() cascade");
        world.queue.jdbc().execute("drop sequence if exists troubles");
        world.close();
    }

    @Test
    void recordsOnce_whenTheDatabaseRecovers() {
        world = new RouteWorld(DATABASE, "portal.settle=2s");
        long id = world.queue.state(DOSSIER, 1);
        failRecordings(3);
        world.draw(ADDRESS, this::confirm);
        world.awaitState(id, DeliveryState.CONFIRMED);
        assertThat(recordings()).isEqualTo(4);
        assertThat(calls).hasValue(1);
        assertThat(world.queue.get(Deliveries.class).attempts(List.of(id))).hasSize(1);
        assertThat(world.queue.delivery(id).attempts()).isEqualTo(1);
    }

    @Test
    void leavesADoubt_whenTheLeaseEndsFirst_andDrawsOn() {
        world = new RouteWorld(
                DATABASE,
                "portal.connect-timeout=100ms",
                "portal.read-timeout=100ms",
                "portal.lease-margin=400ms",
                "portal.settle=2s");
        long id = world.queue.state(DOSSIER, 1);
        failRecordings(1000);
        world.draw(ADDRESS, this::confirm);
        world.await("taken over", () -> {
            world.queue.get(Takeover.class).sweep();
            return world.queue.stateOf(id) == DeliveryState.UNCERTAIN;
        });
        assertThat(world.queue.delivery(id).reason()).isEqualTo("INTERRUPTED");
        assertThat(calls).hasValue(1);

        world.queue.jdbc().execute("drop function trouble() cascade");
        world.queue.clock.advance(Duration.ofSeconds(3));
        world.queue.ask(DeliveryWorld.STATE, new DeliveryOutcome.NotThere());
        world.awaitState(id, DeliveryState.CONFIRMED);
        assertThat(calls).hasValue(2);
    }

    private void confirm(DeliveryBatch batch) {
        assertThat(batch.markLeaving()).isTrue();
        calls.incrementAndGet();
        batch.noteRest(new Confirmed());
    }

    /** The next recordings fail; a sequence counts them, because it outlives the rollback. */
    private void failRecordings(int times) {
        world.queue.jdbc().execute("create sequence troubles");
        world.queue.jdbc().execute("""
                create function trouble() returns trigger language plpgsql as $$ begin
                    if nextval('troubles') <= %d then raise exception 'disk full'; end if;
                    return new;
                end $$""".formatted(times));
        world.queue.jdbc().execute("""
                create trigger trouble before insert on delivery_attempt
                for each row execute function trouble()""");
    }

    private long recordings() {
        return world.queue.jdbc().queryForObject("select last_value from troubles", Long.class);
    }
}
