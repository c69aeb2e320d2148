package vn.lienthong.intake.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads elements as the JSON they stand for, led by the JSON Schema of the native interface, so that one set of rules judges
 * both. What does not fit its type stays the text it is: the schema then names the place. Nothing is repaired.
 */
final class Payload {
    static final String NAMESPACE = "urn:lienthong:dossier:1";

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FieldError> errors = new ArrayList<>();

    private Payload() {}

    /** The JSON value of this element. */
    static ObjectNode read(Element element, Shape shape) {
        Payload reading = new Payload();
        ObjectNode found = reading.object(element, shape, "");
        if (!reading.errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "SOAP-PAYLOAD",
                    new Bilingual(
                            "Nội dung không theo XSD ở " + reading.errors.size() + " chỗ.",
                            "The content is not as the XSD says in " + reading.errors.size() + " places."),
                    reading.errors));
        }
        return found;
    }

    private ObjectNode object(Element element, Shape shape, String pointer) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        Set<String> once = new HashSet<>();
        for (Element child : Envelope.elements(element)) {
            String name = String.valueOf(child.getLocalName());
            String place = pointer + "/" + name;
            if (!NAMESPACE.equals(child.getNamespaceURI())) {
                found(place, "FIELD-NAMESPACE", "Phần tử sai namespace.", "The element has another namespace.");
                continue;
            }
            Shape inside = shape.property(name);
            if (inside != null && inside.is("array")) {
                ArrayNode list = read.withArray(name);
                list.add(value(child, inside.items(), place + "/" + list.size()));
            } else if (once.add(name)) {
                read.set(name, inside == null ? TextNode.valueOf(child.getTextContent()) : value(child, inside, place));
            } else {
                found(place, "FIELD-TWICE", "Trường này có hai lần.", "This field is there twice.");
            }
        }
        return read;
    }

    private JsonNode value(Element element, Shape shape, String place) {
        if (List.of("1", "true").contains(element.getAttributeNS(INSTANCE, "nil"))) {
            return NullNode.instance;
        }
        if (shape.isVerbatim()) {
            return verbatim(element, place);
        }
        if (shape.is("object")) {
            return object(element, shape, place);
        }
        if (!Envelope.elements(element).isEmpty()) {
            found(place, "FIELD-TYPE", "Giá trị sai kiểu.", "The value has a wrong type.");
            return NullNode.instance;
        }
        return scalar(element.getTextContent(), shape);
    }

    private static JsonNode scalar(String text, Shape shape) {
        if (shape.isPlainText()) {
            return TextNode.valueOf(text);
        }
        String tidy = text.strip();
        if (tidy.isEmpty() && shape.is("null")) {
            return NullNode.instance;
        }
        if (shape.is("boolean")) {
            return switch (tidy) {
                case "true", "1" -> BooleanNode.TRUE;
                case "false", "0" -> BooleanNode.FALSE;
                default -> TextNode.valueOf(text);
            };
        }
        if (shape.is("integer") && tidy.matches("[+-]?[0-9]{1,18}")) {
            return LongNode.valueOf(Long.parseLong(tidy));
        }
        if (shape.is("integer") && tidy.matches("[+-]?[0-9]{1,18}\\.[0-9]{1,18}")) {
            return DecimalNode.valueOf(new BigDecimal(tidy));
        }
        return TextNode.valueOf(tidy);
    }

    /** Fields of the national form: a text, or any JSON value where the sender says so. */
    private JsonNode verbatim(Element element, String place) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Element field : Envelope.elements(element)) {
            String name = field.getAttribute("name");
            String at = place + "/" + name;
            JsonNode told = told(field);
            if (!NAMESPACE.equals(field.getNamespaceURI()) || !"field".equals(field.getLocalName()) || name.isEmpty()) {
                found(place, "FIELD-INVALID", "Cần phần tử field với tên.", "An element field with a name is needed.");
            } else if (told == null || read.has(name)) {
                found(at, "FIELD-INVALID", "Giá trị JSON sai, hoặc tên lặp lại.", "No JSON, or the name comes twice.");
            } else {
                read.set(name, told);
            }
        }
        return read;
    }

    private static @Nullable JsonNode told(Element field) {
        if (!field.getAttribute("form").equals("json")) {
            return TextNode.valueOf(field.getTextContent());
        }
        try {
            return JSON.readTree(field.getTextContent());
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    private void found(String pointer, String code, String vi, String en) {
        if (errors.size() < 50) {
            errors.add(new FieldError(pointer, code, new Bilingual(vi, en)));
        }
    }
}
