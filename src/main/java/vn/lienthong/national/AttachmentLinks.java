package vn.lienthong.national;

import java.util.Optional;

/** Tells where the portal may fetch a stored file. */
@FunctionalInterface
public interface AttachmentLinks {
    /** No stored file can be fetched; links that the sender gave pass all the same. */
    AttachmentLinks NONE = attachment -> Optional.empty();

    /** The link to a file named {@code sha256:…}; empty when it cannot be fetched from outside. */
    Optional<String> linkTo(String attachment);

    /** What stands on the wire for an attachment: the link to a stored file, or the sender's own link as it is. */
    default Optional<String> onTheWire(String attachment) {
        return attachment.startsWith("sha256:") ? linkTo(attachment) : Optional.of(attachment);
    }
}
