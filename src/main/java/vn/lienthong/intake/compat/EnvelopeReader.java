package vn.lienthong.intake.compat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.intake.compat.Envelope.Slice;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * Runs through a body once without building anything from it, because nobody is signed in yet: finds the few values that
 * the protocol knows and the places of the items. What is inside an item is read later, item by item, so that a bad one
 * harms no other; a body that is broken as a whole is refused, for where its items end is then a guess.
 */
final class EnvelopeReader {
    private static final Set<String> FIELDS =
            Set.of("session", "madonvi", "service", "isUpdating", "mahoso", "maTTHC", "username", "password");
    private static final String ITEMS = "data";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // names come from strangers
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private EnvelopeReader() {}

    /** The body of a direct call: an object. Keeps the places of at most {@code most} items. */
    static Envelope object(byte[] body, int most) {
        return read(body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProblemException(CompatProblems.notAnObject());
            }
            return fields(parser, most);
        });
    }

    /** The body of a call through the proxy: a list of items. */
    static EnvelopeData list(byte[] body, int most) {
        return read(body, parser -> {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            return data(parser, list, most);
        });
    }

    private static <T> T read(byte[] body, Reading<T> reading) {
        PlainText.require(body);
        try (JsonParser parser = FACTORY.createParser(body)) {
            T read = reading.from(parser);
            if (parser.nextToken() != null) {
                throw new ProblemException(broken(parser));
            }
            return read;
        } catch (StreamConstraintsException tooMuch) {
            throw new ProblemException(CompatProblems.tooDeep());
        } catch (JsonProcessingException broken) {
            throw new ProblemException(
                    broken.getLocation() == null
                            ? CompatProblems.broken(1, 1)
                            : CompatProblems.broken(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        } catch (IOException notUtf8) {
            throw new ProblemException(CompatProblems.notUtf8());
        }
    }

    private static Envelope fields(JsonParser parser, int most) throws IOException {
        Map<String, String> values = new HashMap<>();
        Set<String> wrong = new HashSet<>();
        Set<String> seen = new HashSet<>();
        EnvelopeData data = new EnvelopeData.Absent();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            boolean items = name.equals(ITEMS);
            if (!items && !FIELDS.contains(name)) {
                parser.skipChildren();
                continue;
            }
            if (!seen.add(name)) {
                throw new ProblemException(CompatProblems.repeated(name));
            }
            if (items) {
                data = token == JsonToken.VALUE_NULL ? data : data(parser, token == JsonToken.START_ARRAY, most);
            } else if (!token.isScalarValue()) {
                wrong.add(name);
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
                values.put(name, parser.getText().strip());
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new ProblemException(broken(parser));
        }
        return new Envelope(values, wrong, data);
    }

    private static EnvelopeData data(JsonParser parser, boolean list, int most) throws IOException {
        if (!list) {
            parser.skipChildren();
            return new EnvelopeData.NotAList();
        }
        List<Slice> slices = new ArrayList<>();
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean object = parser.currentToken() == JsonToken.START_OBJECT;
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            // after the closing brace; where a scalar ends nobody asks
            int to = object ? (int) parser.currentLocation().getByteOffset() : from;
            if (++count <= most) {
                slices.add(new Slice(from, to, object));
            }
        }
        return new EnvelopeData.Items(slices, count);
    }

    private static Problem broken(JsonParser parser) {
        return CompatProblems.broken(
                parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr());
    }

    /** Reads something from a parser. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(JsonParser parser) throws IOException;
    }
}
