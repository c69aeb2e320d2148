package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.simulator.internal.Json;

/**
 * A call as it was told, by either form.
 *
 * @param operation {@code forward}, {@code ask} or {@code other}
 * @param document the signed document of a forward
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares calls
record Told(String operation, String reference, byte[] document) {
    private static final Told NOTHING = new Told("other", "", new byte[0]);

    static Told soap(Optional<Document> envelope) {
        return envelope.map(Document::getDocumentElement)
                .flatMap(root -> Xml.only(root, Xml.SOAP, "Body"))
                .flatMap(Xml::child)
                .filter(call -> Xml.NS.equals(call.getNamespaceURI()))
                .map(Told::ofElement)
                .orElse(NOTHING);
    }

    static Told json(byte[] body, String operation) {
        return Json.read(body)
                .filter(JsonNode::isObject)
                .map(node -> new Told(
                        operation,
                        node.path("deliveryReference").asText(""),
                        decoded(node.path("signedDocument").asText(""))))
                .orElse(NOTHING);
    }

    private static Told ofElement(Element call) {
        String operation = switch (call.getLocalName()) {
            case "ForwardResult" -> "forward";
            case "AskResult" -> "ask";
            default -> "other";
        };
        return new Told(operation, Xml.text(call, "DeliveryReference"), decoded(Xml.text(call, "SignedDocument")));
    }

    boolean whole(Predicate<String> known) {
        return known.test(operation) && reference.matches("[0-9]{1,19}");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
