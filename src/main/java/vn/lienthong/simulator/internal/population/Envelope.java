package vn.lienthong.simulator.internal.population;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a question out of a SOAP 1.1 envelope. */
final class Envelope {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGISTER = "http://dancuquocgia.bca";
    private static final DocumentBuilderFactory FACTORY = factory();

    private Envelope() {}

    static Asked read(byte[] bytes) {
        try {
            Element root = FACTORY.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
            Element body = (Element) root.getElementsByTagNameNS(SOAP, "Body").item(0);
            Element call = body == null ? null : first(body);
            if (call == null || !REGISTER.equals(call.getNamespaceURI())) {
                return Asked.unreadable("Bản tin không đúng không gian tên của dịch vụ");
            }
            Map<String, String> fields = new LinkedHashMap<>();
            for (Element field = first(call); field != null; field = next(field)) {
                Element inner = first(field);
                fields.put(field.getLocalName(), inner == null ? field.getTextContent() : "");
                if (inner != null) {
                    fields.put(inner.getLocalName(), inner.getTextContent());
                }
            }
            return new Asked(call.getLocalName(), fields, "");
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            return Asked.unreadable("Bản tin không đọc được");
        }
    }

    private static @Nullable Element first(Node parent) {
        return element(parent.getFirstChild());
    }

    private static @Nullable Element next(Node sibling) {
        return element(sibling.getNextSibling());
    }

    private static @Nullable Element element(@Nullable Node from) {
        Node node = from;
        while (node != null && !(node instanceof Element)) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return factory;
    }
}
