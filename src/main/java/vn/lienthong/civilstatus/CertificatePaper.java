package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.document.Signatures;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.evidence.Message;

/** A paper as it came, and what it is called. */
record CertificatePaper(String title, @Nullable String code, ReceivedDocument document) {
    /** Whether somebody signed it and that is not known to be broken. */
    boolean signed() {
        return document.presentable() && document.signatures().state() != Signatures.State.NONE;
    }

    /** What came about it, and the paper by its digest: its bytes lie in the store of files. */
    Message message(TellResult told) {
        String received = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("sha256", document.sha256())
                .put("size", document.size())
                .put("mediaType", document.mediaType())
                .toString();
        return new Message(
                told.eventId(),
                Message.Direction.IN,
                CivilStatusLine.PARTNER,
                CivilStatusLine.PARTNER,
                told.number().value(),
                null,
                received.getBytes(StandardCharsets.UTF_8));
    }
}
