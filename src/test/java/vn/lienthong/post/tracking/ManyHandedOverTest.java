package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;

/** A message that hands over more parcels than one transaction can lock the dossiers of. */
class ManyHandedOverTest {
    @Test
    void isTakenInParts_whoseMessagesTogetherAreTheWhole() {
        StringBuilder body = new StringBuilder("{\"events\":[");
        List<ParcelEvent> events = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            ParcelState state = i % 2 == 0 ? ParcelState.DELIVERED : ParcelState.DELIVERING;
            String entry = "{\"eventId\":\"e" + i + "\"}";
            int from = body.length();
            body.append(entry);
            events.add(new ParcelEvent("e" + i, "EB" + i, state, TrackingWorld.at(1), null, null, from, body.length()));
            body.append(i < 1000 ? ", " : "]}");
        }
        Received whole = received(body.toString(), events);

        List<Received> parts = whole.parts(200);

        assertThat(parts).hasSize(3);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.events().stream().filter(event -> event.state() == ParcelState.DELIVERED))
                    .hasSizeLessThanOrEqualTo(200);
            String text = text(part);
            part.events()
                    .forEach(event -> assertThat(text.substring(event.from(), event.to()))
                            .isEqualTo("{\"eventId\":\"" + event.eventId() + "\"}"));
        });
        assertThat(parts.stream().map(ManyHandedOverTest::text).collect(Collectors.joining()))
                .isEqualTo(body.toString());
        assertThat(parts.stream().flatMap(part -> part.events().stream()).map(ParcelEvent::eventId))
                .containsExactlyElementsOf(
                        events.stream().map(ParcelEvent::eventId).toList());
    }

    @Test
    void staysWhole_whereItHandsOverFew() {
        Received few = received(
                "{}",
                List.of(new ParcelEvent("e", "EB1", ParcelState.DELIVERED, TrackingWorld.at(1), null, null, 0, 2)));

        assertThat(few.parts(1)).containsExactly(few);
    }

    private static Received received(String body, List<ParcelEvent> events) {
        Message message = new Message(
                Ids.next(), Message.Direction.IN, "rest", "vnpost", null, null, body.getBytes(StandardCharsets.UTF_8));
        return new Received("vnpost", TrackingWorld.POST, message, false, events);
    }

    private static String text(Received part) {
        return new String(part.message().bytes(), StandardCharsets.UTF_8);
    }
}
