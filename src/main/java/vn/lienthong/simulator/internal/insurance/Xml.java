package vn.lienthong.simulator.internal.insurance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The twin's own reading of XML: without document types. */
final class Xml {
    static final String NS = "urn:lienthong:insurance:1";
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private Xml() {}

    static Optional<Document> read(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return Optional.of(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            return Optional.empty();
        }
    }

    /** The only element of this name below; empty when there is none, or more. */
    static Optional<Element> only(Element below, String namespace, String name) {
        var found = below.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 1 ? Optional.of((Element) found.item(0)) : Optional.empty();
    }

    /** The only element among the children; empty when there is none, or more. */
    static Optional<Element> child(Element parent) {
        Element only = null;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (only != null) {
                    return Optional.empty();
                }
                only = element;
            }
        }
        return Optional.ofNullable(only);
    }

    static String text(Element below, String name) {
        return only(below, NS, name).map(Element::getTextContent).orElse("");
    }
}
