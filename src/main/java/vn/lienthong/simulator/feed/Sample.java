package vn.lienthong.simulator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartRefused;

/** A sample dossier as the file has it, placeholders still open. */
record Sample(String file, String text) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLAIN = "application/json";
    private static final String BOUNDARY = "sample-result";

    /** Its calls in order, with the days of this feed. */
    Script script(FeedDays days) {
        return script(days, number -> number);
    }

    /** The same for a dossier of another number, made from the sample's own. */
    Script script(FeedDays days, UnaryOperator<String> renumbered) {
        JsonNode sample = parsed(days.fill(text));
        String number = renumbered.apply(sample.path("dossierNumber").asText());
        String client = sample.path("client").asText();
        String address = "/v1/dossiers/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        ObjectNode told = sample.path("dossier").deepCopy();
        long revision = 0;
        long sequence = 0;
        List<FeedEvent> events = new ArrayList<>();
        for (JsonNode event : sample.path("events")) {
            String key = "sample." + number + "." + (events.size() + 1);
            if (event.has("put")) {
                merge(told, event.path("put"));
                ObjectNode body = JSON.createObjectNode().put("revision", ++revision);
                body.setAll(told.deepCopy());
                events.add(new FeedEvent(client, "PUT", address, key, PLAIN, body.toString()));
            } else if (event.has("result")) {
                events.add(new FeedEvent(
                        client,
                        "POST",
                        address + "/results",
                        key,
                        "multipart/form-data; boundary=" + BOUNDARY,
                        multipart(event.path("result"))));
            } else {
                ObjectNode body = JSON.createObjectNode().put("sequence", ++sequence);
                body.setAll((ObjectNode) event.path("progress"));
                events.add(new FeedEvent(client, "POST", address + "/progress", key, PLAIN, body.toString()));
            }
        }
        return new Script(number, client, address, events);
    }

    /** The calls of one dossier. */
    record Script(String number, String client, String address, List<FeedEvent> events) {}

    private static String multipart(JsonNode result) {
        return part("metadata", PLAIN, result.path("metadata").toString())
                + part("document", "application/xml", result.path("document").asText())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String part(String name, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n";
    }

    private JsonNode parsed(String filled) {
        try {
            return JSON.readTree(filled);
        } catch (JsonProcessingException broken) {
            throw new StartRefused(
                    new Bilingual(
                            "Tệp mẫu " + file + " không phải JSON hợp lệ",
                            "sample file " + file + " is not valid JSON: " + broken.getOriginalMessage()),
                    broken);
        }
    }

    /** JSON Merge Patch (RFC 7396), on objects. */
    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(change -> {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value.isObject() && target.path(change.getKey()).isObject()) {
                merge((ObjectNode) target.path(change.getKey()), value);
            } else {
                target.set(change.getKey(), value.deepCopy());
            }
        });
    }
}
