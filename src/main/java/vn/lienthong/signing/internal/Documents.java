package vn.lienthong.signing.internal;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import vn.lienthong.signing.Content;

/** Between our contents and the library's documents. */
final class Documents {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private Documents() {}

    static DSSDocument of(Content content) {
        return new InMemoryDocument(content.bytes(), content.name());
    }

    static List<DSSDocument> of(List<Content> contents) {
        return contents.stream().map(Documents::of).toList();
    }

    static byte[] bytes(DSSDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            document.writeTo(bytes);
        } catch (IOException failure) {
            throw new DSSException("A signed document could not be written", failure);
        }
        return bytes.toByteArray();
    }

    static boolean looksLikePdf(byte[] bytes) {
        return bytes.length > PDF.length && Arrays.equals(Arrays.copyOf(bytes, PDF.length), PDF);
    }
}
