package vn.lienthong.document;

import java.util.UUID;

/**
 * A document that a message to a partner names.
 *
 * @param event the event that the message tells; each message has links of its own, the same ones however often it is made
 * @param document {@code sha256:…} for an attachment, {@code result:…} for a result
 * @param agency whose concern it is if nobody fetches it
 */
public record LinkTarget(UUID event, String document, String dossierNumber, String agency) {
    /** How a result is named. */
    static final String RESULT = "result:";

    /** A result. */
    public static LinkTarget result(UUID event, UUID result, String dossierNumber, String agency) {
        return new LinkTarget(event, RESULT + result, dossierNumber, agency);
    }

    /** An attachment as the dossier names it; empty for a link of the sender's own. */
    public static java.util.Optional<LinkTarget> attachment(
            UUID event, String attachment, String dossierNumber, String agency) {
        return Sha256Name.ofAttachment(attachment)
                .map(name -> new LinkTarget(event, Sha256Name.PREFIX + name.hex(), dossierNumber, agency));
    }
}
