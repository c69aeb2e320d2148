package vn.lienthong.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.kernel.GatewayClock;

/** The native answer to an accepted telling, the same bytes for the first caller and for a repeat. */
@Component
public class AnswerWriter {
    private final ObjectMapper json;

    AnswerWriter(ObjectMapper json) {
        this.json = json;
    }

    /** The JSON of a 202. */
    public byte[] accepted(DossierAnswer.Accepted accepted) {
        try {
            return json.writeValueAsBytes(body(accepted));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer does not write as JSON", impossible);
        }
    }

    /** The JSON of a 202 for a result, whose identity is that of its event. */
    public byte[] acceptedResult(DossierAnswer.Accepted accepted) {
        try {
            return json.writeValueAsBytes(new ResultBody(
                    accepted.dossierNumber(),
                    accepted.eventId(),
                    accepted.eventId(),
                    accepted.acceptedAt().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                    accepted.deliveries().stream().map(Told::new).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer does not write as JSON", impossible);
        }
    }

    /** The same answer as an object, for answers that hold many. */
    public Object body(DossierAnswer.Accepted accepted) {
        return new Body(
                accepted.dossierNumber(),
                accepted.revision(),
                accepted.acceptedAt().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                accepted.eventId(),
                accepted.deliveries().stream().map(Told::new).toList());
    }

    private record Body(
            String dossierNumber,
            @Nullable Long revision,
            OffsetDateTime acceptedAt,
            UUID eventId,
            List<Told> deliveries) {}

    private record ResultBody(
            String dossierNumber, UUID resultId, UUID eventId, OffsetDateTime acceptedAt, List<Told> deliveries) {}

    private record Told(String id, String partner, String kind, DeliveryState state) {
        Told(Delivery delivery) {
            this(Long.toString(delivery.id()), delivery.partner(), delivery.kind(), delivery.state());
        }
    }
}
