package vn.lienthong.post.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Reads {@code {"events":[…]}} strictly, entry by entry, and where in the bytes each entry lies. */
@Component
class TrackingReader {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNameLength(200)
                            .maxStringLength(10_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .build();

    private final EventReader events;
    private final TrackingProperties settings;

    TrackingReader(EventReader events, TrackingProperties settings) {
        this.events = events;
        this.settings = settings;
    }

    /** The entries in order. Refuses with 400 what is no JSON, with 422 what has no list of events or too many of them. */
    List<ToldEvent> read(byte[] bytes) {
        requireText(bytes);
        try (JsonParser parser = JSON.createParser(bytes)) {
            List<ToldEvent> told = parser.nextToken() == JsonToken.START_OBJECT ? fields(parser) : List.of();
            if (told.isEmpty()) {
                throw new ProblemException(Problem.at(
                        422,
                        "TRACKING-EVENTS",
                        "/events",
                        "Thiếu danh sách events hoặc danh sách trống.",
                        "The list of events is missing or empty."));
            }
            if (parser.nextToken() != null) {
                throw broken();
            }
            return told;
        } catch (IOException unreadable) {
            throw broken();
        }
    }

    private List<ToldEvent> fields(JsonParser parser) throws IOException {
        List<ToldEvent> told = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean list = parser.currentName().equals("events");
            if (parser.nextToken() == JsonToken.START_ARRAY && list) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    JsonNode node = JSON.readTree(parser);
                    told.add(events.read(
                            node, from, (int) parser.currentLocation().getByteOffset()));
                    requireFew(told.size());
                }
            } else {
                parser.skipChildren();
            }
        }
        return told;
    }

    private void requireFew(int count) {
        if (count > settings.events()) {
            throw new ProblemException(Problem.at(
                    422,
                    "TRACKING-TOO-MANY",
                    "/events",
                    "Quá " + settings.events() + " sự kiện trong một lần gửi.",
                    "More than " + settings.events() + " events in one call."));
        }
    }

    /** Whatever else a parser would take for JSON: it must be UTF-8. */
    private static void requireText(byte[] bytes) {
        try {
            boolean hasNul = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .anyMatch(unit -> unit == 0);
            if (hasNul) {
                throw broken();
            }
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(Problem.of(
                    400, "TEXT-NOT-UTF8", "Thân yêu cầu không phải UTF-8 hợp lệ.", "The body is not valid UTF-8."));
        }
    }

    private static ProblemException broken() {
        return new ProblemException(
                Problem.of(400, "JSON-BROKEN", "Thân yêu cầu không phải JSON hợp lệ.", "The body is no valid JSON."));
    }
}
