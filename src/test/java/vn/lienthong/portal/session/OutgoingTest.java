package vn.lienthong.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.Lease;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.portal.session.ServiceContract.Shape;

/** However items lie in a call, each delivery has evidence of its own bytes. */
class OutgoingTest {
    @Test
    void list_hasAPartForEachItem_whereItsBytesStand() {
        SessionCall call = call(Shape.LIST, 2);
        byte[] body = body(call);
        Outgoing outgoing = Outgoing.of("bo-mau", body, Shape.LIST, call.items());
        assertThat(text(body)).isEqualTo("{\"session\":\"S\",\"service\":\"Gui\",\"d\":[{\"so\":1},{\"so\":2}]}");
        assertThat(outgoing.parts()).hasSize(2);
        assertThat(outgoing.byDelivery())
                .hasSize(2)
                .doesNotContainValue(outgoing.whole().id());
    }

    @Test
    void single_hasOnePart() {
        SessionCall call = call(Shape.SINGLE, 1);
        byte[] body = body(call);
        Outgoing outgoing = Outgoing.of("bo-mau", body, Shape.SINGLE, call.items());
        assertThat(text(body)).isEqualTo("{\"session\":\"S\",\"service\":\"Gui\",\"d\":{\"so\":1}}");
        assertThat(outgoing.parts()).hasSize(1);
        assertThat(text(outgoing.parts().getFirst().item().bytes())).isEqualTo("{\"so\":1}");
    }

    @Test
    void flat_isTheWholeCall_knownToBeAboutItsDossier() {
        SessionCall call = call(Shape.FLAT, 1);
        byte[] body = body(call);
        Outgoing outgoing = Outgoing.of("bo-mau", body, Shape.FLAT, call.items());
        assertThat(text(body)).isEqualTo("{\"session\":\"S\",\"service\":\"Gui\",\"so\":1}");
        assertThat(outgoing.parts()).isEmpty();
        assertThat(outgoing.byDelivery()).containsValue(outgoing.whole().id());
        assertThat(outgoing.whole().dossierNumber()).isEqualTo("H15.24133-261121-0001");
    }

    @Test
    void question_hasNoParts_whateverTheShape() {
        for (Shape shape : Shape.values()) {
            Outgoing outgoing = Outgoing.of("bo-mau", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), shape, List.of());
            assertThat(outgoing.parts()).isEmpty();
            assertThat(outgoing.whole().dossierNumber()).isNull();
        }
    }

    @Test
    void severalItems_areNotPressedIntoACallOfOne() {
        assertThatThrownBy(() -> call(Shape.SINGLE, 2).parameters()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call(Shape.FLAT, 2).parameters()).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] body(SessionCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("session", "S");
        body.setAll(call.parameters());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SessionCall call(Shape shape, int items) {
        List<CallItem> all = IntStream.rangeClosed(1, items)
                .mapToObj(i -> new CallItem(
                        ConnectorWorld.delivery(i, UUID.randomUUID(), true, false, 0),
                        JsonNodeFactory.instance.objectNode().put("so", i)))
                .toList();
        DeliveryBatch batch = new DeliveryBatch(
                "bo-mau",
                "dossier",
                Lease.starting(new SettableClock(), UUID.randomUUID(), Duration.ofMinutes(1)),
                all.stream().map(CallItem::delivery).toList());
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("service", "Gui");
        return new SessionCall(batch, head, new Envelope("session", "service", null, "d", shape), all);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
