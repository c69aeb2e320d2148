package vn.lienthong.intake.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A message taken apart.
 *
 * @param security the WS-Security header meant for us, if there is one
 * @param body the envelope's own Body, whatever else may call itself so
 * @param payload the one element in it
 */
record Envelope(SoapVersion version, @Nullable Element security, Element body, Element payload) {
    static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /** Reads an envelope of the version that the content type told. */
    static Envelope read(Document document, SoapVersion version) {
        Element root = document.getDocumentElement();
        if (root == null || !"Envelope".equals(root.getLocalName())) {
            throw SoapProblems.envelope();
        }
        if (!version.namespace().equals(root.getNamespaceURI())) {
            throw SoapProblems.version();
        }
        List<Element> parts = elements(root);
        Element header = !parts.isEmpty() && is(parts.getFirst(), version, "Header") ? parts.removeFirst() : null;
        if (parts.size() != 1 || !is(parts.getFirst(), version, "Body")) {
            throw SoapProblems.envelope();
        }
        List<Element> payload = elements(parts.getFirst());
        if (payload.size() != 1) {
            throw SoapProblems.envelope();
        }
        Element security = header == null ? null : security(header, version);
        return new Envelope(version, security, parts.getFirst(), payload.getFirst());
    }

    /** The security header for us; refuses headers for us that nobody here understands. */
    private static @Nullable Element security(Element header, SoapVersion version) {
        Element found = null;
        for (Element each : elements(header)) {
            if (!isForUs(each, version)) {
                continue;
            }
            if (SECURITY.equals(each.getNamespaceURI()) && "Security".equals(each.getLocalName())) {
                if (found != null) {
                    throw SoapProblems.securityInvalid();
                }
                found = each;
            } else if (List.of("1", "true")
                    .contains(each.getAttributeNS(version.namespace(), "mustUnderstand")
                            .strip())) {
                throw SoapProblems.mustUnderstand(each.getLocalName());
            }
        }
        return found;
    }

    private static boolean isForUs(Element header, SoapVersion version) {
        String whose =
                header.getAttributeNS(version.namespace(), version.receiver()).strip();
        return whose.isEmpty() || whose.endsWith("/next") || whose.endsWith("/ultimateReceiver");
    }

    private static boolean is(Element element, SoapVersion version, String name) {
        return name.equals(element.getLocalName()) && version.namespace().equals(element.getNamespaceURI());
    }

    /** The element children in order; a list that may be changed. */
    static List<Element> elements(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The name of the operation asked for, in our namespace; refuses any other. */
    String operation() {
        if (!Payload.NAMESPACE.equals(payload.getNamespaceURI())) {
            throw SoapProblems.operation();
        }
        return Objects.requireNonNullElse(payload.getLocalName(), "");
    }
}
