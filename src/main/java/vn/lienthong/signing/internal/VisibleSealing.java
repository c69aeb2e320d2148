package vn.lienthong.signing.internal;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.VisualSignatureAlignmentHorizontal;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.lienthong.signing.VisibleBlock;

/** Finds a place for the block that no other signature has taken. */
final class VisibleSealing {
    private static final List<VisualSignatureAlignmentHorizontal> SIDES = List.of(
            VisualSignatureAlignmentHorizontal.RIGHT,
            VisualSignatureAlignmentHorizontal.LEFT,
            VisualSignatureAlignmentHorizontal.CENTER);

    private VisibleSealing() {}

    /** Signs with the block at the first place that is free. */
    static DSSDocument sign(
            byte[] pdf, VisibleBlock block, Press press, Function<SignatureImageParameters, DSSDocument> signing) {
        int page = pages(pdf);
        for (VisualSignatureAlignmentHorizontal side : SIDES) {
            try {
                return signing.apply(SealBlock.of(block, press.signer(), press.now(), page, side));
            } catch (AlertException taken) {
                // another signature stands there
            }
        }
        throw new Refusal(
                Refusal.Kind.CONTENT,
                "Lề dưới trang cuối không còn chỗ cho khối chữ ký nhìn thấy được.",
                "The bottom margin of the last page has no room left for a visible signature.");
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException unreadable) {
            throw new Refusal(
                    Refusal.Kind.CONTENT,
                    "Không đọc được tệp PDF: " + unreadable.getMessage(),
                    "The PDF cannot be read: " + unreadable.getMessage());
        }
    }
}
