package vn.lienthong.intake.soap;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lienthong.access.Caller;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/**
 * One operation asked for.
 *
 * @param kept the message's bytes as they are kept
 * @param language in which the caller wants to be told what is for people
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record SoapCall(
        Element payload,
        Caller caller,
        byte[] kept,
        @Nullable String idempotencyKey,
        String language) {
    /** The text of a child; empty where it is not there. */
    String text(String name) {
        Element found = find(name);
        return found == null ? "" : found.getTextContent().strip();
    }

    /** A child with elements of its own; refuses with 422 when it is missing. */
    Element part(String name) {
        Element found = find(name);
        if (found == null) {
            throw new ProblemException(Problem.at(
                    422, "SOAP-PAYLOAD", "", "Thiếu phần tử " + name + ".", "The element " + name + " is missing."));
        }
        return found;
    }

    private @Nullable Element find(String name) {
        return Envelope.elements(payload).stream()
                .filter(each -> name.equals(each.getLocalName()) && Payload.NAMESPACE.equals(each.getNamespaceURI()))
                .findFirst()
                .orElse(null);
    }
}
