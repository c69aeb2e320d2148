package vn.lienthong.insurance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.lienthong.insurance.wire.Contract;

/** Writes what is known of a result as the XML document that a contract describes. Says what it is, edits nothing. */
final class ResultDocument {
    private final Contract contract;

    ResultDocument(Contract contract) {
        this.contract = contract;
    }

    /** What the contract wants and nobody told. */
    List<String> missing(Map<String, String> facts) {
        return contract.document().required().stream()
                .filter(term -> !facts.containsKey(term))
                .toList();
    }

    /** The terms whose text no XML document can hold. */
    List<String> unwritable(Map<String, String> facts) {
        return contract.document().fields().values().stream()
                .filter(term -> !facts.getOrDefault(term, "").codePoints().allMatch(ResultDocument::isXml))
                .toList();
    }

    byte[] write(Map<String, String> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(contract.document().root());
            xml.writeDefaultNamespace(contract.namespace());
            fields(xml, facts);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("The document cannot be written", impossible);
        }
    }

    /** Neighbours below one element share it. */
    private void fields(XMLStreamWriter xml, Map<String, String> facts) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        for (Map.Entry<String, String> field : contract.document().fields().entrySet()) {
            String value = facts.get(field.getValue());
            if (value == null) {
                continue;
            }
            List<String> path = Arrays.asList(field.getKey().split("/"));
            List<String> above = path.subList(0, path.size() - 1);
            while (!startsWith(above, List.copyOf(open))) {
                open.removeLast();
                xml.writeEndElement();
            }
            for (String element : above.subList(open.size(), above.size())) {
                xml.writeStartElement(element);
                open.addLast(element);
            }
            xml.writeStartElement(path.getLast());
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
        for (int i = open.size(); i > 0; i--) {
            xml.writeEndElement();
        }
    }

    private static boolean startsWith(List<String> path, List<String> open) {
        return open.size() <= path.size() && path.subList(0, open.size()).equals(open);
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
