package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.testing.TestDatabase;

/** How a route addresses the queue. */
class DeliveryRouteComponentTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final List<List<Long>> calls = new CopyOnWriteArrayList<>();
    private RouteWorld world;

    @BeforeEach
    void open() {
        world = new RouteWorld(DATABASE, "portal.batch=3", "portal.concurrency=1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delivery:portal",
                "delivery:portal/",
                "delivery:nobody/dossier",
                "delivery:portal/dossier?retries=3",
                "delivery:portal/dossier?batch=many"
            })
    void refusesAnAddressThatItDoesNotUnderstand(String address) {
        assertThatThrownBy(() -> world.camel().getEndpoint(address)).isInstanceOf(ResolveEndpointFailedException.class);
    }

    @Test
    void saysHowAnAddressMustRead() {
        assertThatThrownBy(() -> world.camel().getEndpoint("delivery:portal"))
                .hasRootCauseMessage("Địa chỉ phải có dạng delivery:<đối tác>/<loại> / the address must read"
                        + " delivery:<partner>/<kind>: delivery://portal");
    }

    @Test
    void isNoPlaceToSendTo() {
        assertThatThrownBy(() ->
                        world.camel().getEndpoint("delivery:portal/dossier").createProducer())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesThePartnersBatchSize_unlessTheRouteNamesOne() {
        assertThat(sizes("delivery:portal/dossier", 7)).containsExactly(3, 3, 1);
        world.close();
        open();
        assertThat(sizes("delivery:portal/dossier?batch=5", 7)).containsExactly(5, 2);
    }

    @Test
    void drawsOneKindOnly() {
        long state = world.queue.state("H15.24133-261121-0001", 1);
        long step = world.queue.step("H15.24133-261121-0001", 2);
        world.draw("delivery:portal/dossier", this::confirm);
        world.awaitState(state, DeliveryState.CONFIRMED);
        assertThat(world.queue.stateOf(step)).isEqualTo(DeliveryState.READY);
    }

    @Test
    void drawsWhatIsInDoubt_whenTheRouteAsks() {
        long doubtful = world.queue.state("H15.24133-261121-0001", 1);
        world.queue.send(DeliveryWorld.STATE, new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, null, false));
        long fresh = world.queue.state("H15.24133-261121-0002", 1);
        world.queue.clock.advance(Duration.ofMinutes(2));
        world.draw("delivery:portal/dossier?ask=true", this::confirm);
        world.awaitState(doubtful, DeliveryState.CONFIRMED);
        assertThat(world.queue.get(Deliveries.class).attempts(List.of(doubtful)))
                .extracting(Attempt::asked)
                .containsExactly(false, true);
        assertThat(world.queue.stateOf(fresh)).isEqualTo(DeliveryState.READY);
    }

    @Test
    void givesTheLogTheLeaseAsTraceId() {
        world.queue.state("H15.24133-261121-0001", 1);
        List<Map.Entry<String, String>> seen = new CopyOnWriteArrayList<>();
        world.draw("delivery:portal/dossier", batch -> {
            seen.add(entry(
                    String.valueOf(MDC.get("traceId")), batch.lease().token().toString()));
            confirm(batch);
        });
        world.await("the call", () -> !seen.isEmpty());
        assertThat(seen.getFirst().getKey()).isEqualTo(seen.getFirst().getValue());
    }

    private List<Integer> sizes(String address, int dossiers) {
        calls.clear();
        List<Long> ids = IntStream.rangeClosed(1, dossiers)
                .mapToObj(i -> world.queue.state("H15.24133-261121-000" + i, 1))
                .toList();
        world.draw(address, this::confirm);
        ids.forEach(id -> world.awaitState(id, DeliveryState.CONFIRMED));
        return calls.stream().map(List::size).toList();
    }

    private void confirm(DeliveryBatch batch) {
        calls.add(DeliveryWorld.ids(List.of(batch)));
        batch.noteRest(new Confirmed());
    }
}
