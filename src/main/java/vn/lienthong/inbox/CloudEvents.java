package vn.lienthong.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/**
 * Items as CloudEvents 1.0 in structured JSON. {@code sequence} (an extension the specification documents) is the position,
 * of equal length, so that it sorts as text.
 */
public final class CloudEvents {
    /** The media type of one event. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String SOURCE = "urn:lienthong:gateway";
    private static final JsonFactory JSON = new JsonFactory();

    private CloudEvents() {}

    /** One event as it is pushed: the same bytes at every attempt. */
    public static byte[] one(FeedItem item) {
        return written(json -> event(json, item));
    }

    /** A page of the feed. */
    static byte[] page(List<FeedItem> items, long cursor) {
        return written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (FeedItem item : items) {
                event(json, item);
            }
            json.writeEndArray();
            json.writeStringField("cursor", Long.toString(cursor));
            json.writeEndObject();
        });
    }

    private static void event(JsonGenerator json, FeedItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", item.id().toString());
        json.writeStringField("source", SOURCE);
        json.writeStringField("type", item.type());
        optional(json, "subject", item.subject());
        json.writeStringField("time", time(item.at()));
        json.writeStringField("datacontenttype", "application/json");
        json.writeStringField("dataschema", "urn:lienthong:event:" + item.type());
        json.writeStringField("sequence", String.format("%019d", item.position()));
        Instant acknowledged = item.acknowledgedAt();
        optional(json, "acknowledgedat", acknowledged == null ? null : time(acknowledged));
        json.writeFieldName("data");
        json.writeRawValue(new String(item.data(), StandardCharsets.UTF_8));
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(GatewayClock.ZONE));
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
