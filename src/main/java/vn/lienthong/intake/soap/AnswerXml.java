package vn.lienthong.intake.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an answer's JSON as the elements of the XSD, in the schema's order where there is a schema. */
final class AnswerXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private AnswerXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** The envelope with this answer in it; {@code shape} tells the order of what stands under {@code dossier}. */
    static byte[] envelope(SoapVersion version, String name, JsonNode answer, Shape shape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartElement("soap", "Envelope", version.namespace());
            out.writeNamespace("soap", version.namespace());
            out.writeNamespace("ll", Payload.NAMESPACE);
            out.writeStartElement("soap", "Body", version.namespace());
            AnswerXml writing = new AnswerXml(out);
            writing.start(name);
            for (Map.Entry<String, JsonNode> field : answer.properties()) {
                writing.value(field.getKey(), field.getValue(), field.getKey().equals("dossier") ? shape : null);
            }
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("An answer does not write as XML", impossible);
        }
    }

    private void value(String name, JsonNode value, @Nullable Shape shape) throws XMLStreamException {
        if (value.isNull()) {
            return;
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                value(name, each, shape == null ? null : shape.items());
            }
            return;
        }
        start(name);
        if (shape != null && shape.isVerbatim()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                verbatim(field.getKey(), field.getValue());
            }
        } else if (value.isObject() && shape != null) {
            for (Iterator<String> names = shape.names(); names.hasNext(); ) {
                String each = names.next();
                JsonNode inside = value.get(each);
                if (inside != null) {
                    value(each, inside, shape.property(each));
                }
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                value(field.getKey(), field.getValue(), null);
            }
        } else {
            out.writeCharacters(legal(value.asText()));
        }
        out.writeEndElement();
    }

    private void verbatim(String name, JsonNode value) throws XMLStreamException {
        start("field");
        out.writeAttribute("name", legal(name));
        if (value.isTextual()) {
            out.writeCharacters(legal(value.textValue()));
        } else {
            out.writeAttribute("form", "json");
            out.writeCharacters(legal(value.toString()));
        }
        out.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        out.writeStartElement("ll", name, Payload.NAMESPACE);
    }

    /** JSON may hold what XML 1.0 has no way to write: the sign for a lost character stands in its place. */
    private static String legal(String text) {
        if (text.codePoints().allMatch(AnswerXml::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == 9 || c == 10 || c == 13 || (c >= 32 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
