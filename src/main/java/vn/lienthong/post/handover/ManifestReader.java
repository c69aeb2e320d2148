package vn.lienthong.post.handover;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.intake.BodySchema;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

/**
 * Reads the head of a manifest and finds the places of its items without building anything from them, so that each is read
 * alone later. A body that is broken as a whole is refused: where its items end is then a guess.
 */
@Component
class ManifestReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // names come from strangers
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(20_000_000)
                    .build())
            .build();

    private final BodySchema schema;
    private final GatewayClock clock;
    private final int most;

    ManifestReader(SchemaFiles files, GatewayClock clock, HandoverProperties settings) {
        this.schema = new BodySchema(files, "post-handover.schema.json");
        this.clock = clock;
        this.most = settings.items();
    }

    /** Reads this body; refuses with 400 or 422 what is no manifest as a whole. */
    Manifest read(byte[] body) {
        Cut cut = cut(body);
        if (cut.head.length > LONGEST_HEAD) {
            throw refused("FIELD-TOO-LONG", "", "Phần đầu bản kê dài quá 64 KB.", "The manifest's head exceeds 64 KB.");
        }
        JsonNode head = StrictJson.read(cut.head);
        if (head instanceof ObjectNode fields && cut.items != null) {
            // how many there are belongs to the head; what is in them does not
            cut.items.forEach(item -> fields.withArray("items").add(NullNode.getInstance()));
        }
        List<Problem.FieldError> errors = schema.errors(head);
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "HANDOVER-INVALID",
                    new Bilingual("Bản kê không đúng mẫu.", "The manifest breaks the contract."),
                    errors));
        }
        List<Manifest.Slice> items = java.util.Objects.requireNonNull(cut.items);
        JsonNode fees = head.path("feesTotal");
        JsonNode count = head.path("itemCount");
        return new Manifest(
                head.path("manifestNumber").textValue(),
                office(head.path("postOffice")),
                handedOver(head.path("handedOverAt").textValue()),
                count.isNumber() ? count.intValue() : null,
                fees.isNumber() ? fees.longValue() : null,
                Sha256Name.ofAttachment(head.path("package").asText("")).orElse(null),
                ContentDigest.canonical(StrictJson.read(cut.head)),
                body,
                items);
    }

    private OffsetDateTime handedOver(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (!at.toInstant().isAfter(clock.now().plus(CLOCKS_DIFFER_BY))) {
                return at;
            }
        } catch (DateTimeException notReal) {
            throw refused("FIELD-VALUE", "/handedOverAt", "Thời điểm không có thật.", "The time is not a real one.");
        }
        throw refused(
                "HANDOVER-TIME-FUTURE",
                "/handedOverAt",
                "Thời điểm giao ở sau bây giờ.",
                "The time of the hand-over lies in the future.");
    }

    private static String office(JsonNode office) {
        if (office.isTextual()) {
            return office.textValue();
        }
        String name = office.path("name").asText("");
        String code = office.path("code").asText("");
        return name.isBlank() ? code : code.isBlank() ? name : name + " (" + code + ")";
    }

    private Cut cut(byte[] body) {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0) {
                throw broken(0, 1, 1); // another encoding: the parser would count characters, not bytes
            }
        }
        try (JsonParser parser = FACTORY.createParser(body)) {
            return cut(body, parser);
        } catch (com.fasterxml.jackson.core.JsonProcessingException syntax) {
            var at = syntax.getLocation();
            throw broken(-1, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        } catch (IOException notUtf8) {
            throw new ProblemException(Problem.of(
                    400, "TEXT-NOT-UTF8", "Thân yêu cầu không phải UTF-8 hợp lệ.", "The body is not valid UTF-8."));
        }
    }

    private Cut cut(byte[] body, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken(0, 1, 1);
        }
        List<Manifest.Slice> items = null;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int kept = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (!name.equals("items") || token != JsonToken.START_ARRAY || items != null) {
                parser.skipChildren();
                continue; // a second list stands in the head then, where a name twice is refused
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            items = slices(parser);
            head.write(body, kept, from - kept);
            head.writeBytes("[]".getBytes(StandardCharsets.US_ASCII));
            kept = (int) parser.currentLocation().getByteOffset();
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw broken(
                    0,
                    parser.currentLocation().getLineNr(),
                    parser.currentLocation().getColumnNr());
        }
        head.write(body, kept, body.length - kept);
        return new Cut(head.toByteArray(), items);
    }

    private List<Manifest.Slice> slices(JsonParser parser) throws IOException {
        List<Manifest.Slice> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw broken(items.size(), 1, 1);
            }
            if (items.size() == most) {
                // before the next one is noted: a body of nothing but commas would fill the memory otherwise
                throw refused(
                        "HANDOVER-TOO-LONG",
                        "/items",
                        "Mỗi bản kê có tối đa " + most + " bưu gửi.",
                        "A manifest holds at most " + most + " items.");
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            items.add(new Manifest.Slice(from, (int) parser.currentLocation().getByteOffset()));
        }
        return items;
    }

    private static ProblemException broken(int after, int line, int column) {
        String place = after > 0 ? "sau bưu gửi thứ " + after : "tại dòng " + line + ", cột " + column;
        String where = after > 0 ? "after item " + after : "at line " + line + ", column " + column;
        return new ProblemException(Problem.of(
                400,
                "JSON-BROKEN",
                "Bản kê không phải một đối tượng JSON đúng cú pháp " + place + "; không nhận bưu gửi nào.",
                "The manifest is no well-formed JSON object " + where + "; no item was taken."));
    }

    private static ProblemException refused(String code, String pointer, String vi, String en) {
        return new ProblemException(Problem.at(422, code, pointer, vi, en));
    }

    /** The head with an empty list in place of the items, and where those are. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Cut(byte[] head, @Nullable List<Manifest.Slice> items) {}
}
