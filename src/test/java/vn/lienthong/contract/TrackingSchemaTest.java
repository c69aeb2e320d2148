package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.post.tracking.ParcelState;

class TrackingSchemaTest {
    private static final JsonSchema SCHEMA = Contract.schema("tracking-events");

    private static ObjectNode body() {
        ObjectNode body = Contract.JSON.createObjectNode();
        body.putArray("events")
                .addObject()
                .put("eventId", "e-1")
                .put("parcelNumber", "EB123456789VN")
                .put("state", "DELIVERED")
                .put("occurredAt", "2026-11-20T08:30:00+07:00")
                .put("postOffice", "631200")
                .putNull("reason");
        return body;
    }

    @Test
    void accepts_anEvent() {
        assertThat(Contract.findings(SCHEMA, body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventId", "parcelNumber", "state", "occurredAt"})
    void misses_eachRequiredField(String field) {
        ObjectNode body = body();
        ((ObjectNode) body.path("events").path(0)).remove(field);

        assertThat(Contract.findings(SCHEMA, body)).containsExactly("/events/0 required");
    }

    @Test
    void namesTheStatesOfTheProgram() {
        List<String> states = new ArrayList<>();
        SCHEMA.getSchemaNode()
                .at("/properties/events/items/properties/state/enum")
                .forEach(state -> states.add(state.asText()));

        assertThat(states)
                .containsExactlyInAnyOrder(
                        Stream.of(ParcelState.values()).map(Enum::name).toArray(String[]::new));
    }
}
