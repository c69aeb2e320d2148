package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Puts a signature into the gap that the library left for it. The library itself copies the document byte by byte to find the gap,
 * which takes a third of the time of a seal over 50 kB and grows with the file.
 */
final class SealedPdf extends PdfBoxNativeObjectFactory {
    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(
                new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory()) {
                    @Override
                    public DSSDocument sign(DSSDocument unsigned, byte[] signature, PAdESCommonParameters parameters) {
                        DSSDocument prepared = parameters.getPdfSignatureCache().getToBeSignedDocument();
                        DSSDocument sealed = prepared == null ? null : filled(prepared, unsigned, signature);
                        if (sealed == null) {
                            return super.sign(unsigned, signature, parameters);
                        }
                        parameters.reinit();
                        return sealed;
                    }
                });
    }

    private static @Nullable DSSDocument filled(DSSDocument prepared, DSSDocument unsigned, byte[] signature) {
        byte[] pdf = Documents.bytes(prepared);
        int gap = gap(pdf, (int) DSSUtils.getFileByteSize(unsigned), 2 * signature.length);
        if (gap < 0) {
            return null;
        }
        byte[] hex = HexFormat.of().formatHex(signature).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, pdf, gap, hex.length);
        return new InMemoryDocument(pdf, unsigned.getName(), MimeTypeEnum.PDF);
    }

    /**
     * Where the only run of at least so many zeros after a {@code <} begins.
     *
     * @param from where the part begins that was added for the signature: what stands before it is a stranger's
     * @return -1 where there is none, or more than one
     */
    static int gap(byte[] pdf, int from, int length) {
        int found = -1;
        int at = from;
        while (at < pdf.length) {
            if (pdf[at++] != '<') {
                continue;
            }
            int begin = at;
            while (at < pdf.length && pdf[at] == '0') {
                at++;
            }
            if (at - begin >= length) {
                if (found >= 0) {
                    return -1;
                }
                found = begin;
            }
        }
        return found;
    }
}
