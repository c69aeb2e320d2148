package vn.lienthong.document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.SignatureFormat;

/** What a result may be. The bytes tell, not what the sender calls them. */
enum DocumentType {
    PDF("application/pdf", "result.pdf", SignatureFormat.PADES),
    XML("application/xml", "result.xml", SignatureFormat.XADES_ENVELOPED);

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 90;

    private final String mediaType;
    private final String fileName;
    private final SignatureFormat sealFormat;

    DocumentType(String mediaType, String fileName, SignatureFormat sealFormat) {
        this.mediaType = mediaType;
        this.fileName = fileName;
        this.sealFormat = sealFormat;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }

    /** The form of the agency's seal on it. */
    SignatureFormat sealFormat() {
        return sealFormat;
    }

    static DocumentType ofMediaType(String mediaType) {
        return mediaType.equals(PDF.mediaType) ? PDF : XML;
    }

    /** Refuses with 415 what is neither, with 422 XML that is broken, brings a DTD or nests too deep. */
    static DocumentType of(byte[] bytes) {
        if (bytes.length >= PDF_BEGINS.length && Arrays.equals(Arrays.copyOf(bytes, PDF_BEGINS.length), PDF_BEGINS)) {
            return PDF;
        }
        if (!beginsLikeXml(bytes)) {
            throw new ProblemException(Problem.at(
                    415,
                    "RESULT-TYPE",
                    "/document",
                    "Kết quả phải là tệp PDF hoặc XML.",
                    "A result is a PDF or an XML document."));
        }
        requireSound(bytes);
        return XML;
    }

    private static boolean beginsLikeXml(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    private static void requireSound(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            for (int depth = 0; reader.hasNext(); ) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unsound("DOCTYPE");
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    throw unsound("> " + DEEPEST);
                }
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw unsound("line " + line);
        }
    }

    private static ProblemException unsound(String why) {
        return new ProblemException(Problem.at(
                422,
                "RESULT-XML",
                "/document",
                "XML sai cú pháp, có khai báo DOCTYPE hoặc lồng quá sâu (" + why + ").",
                "The XML is broken, declares a DOCTYPE or nests too deep (" + why + ")."));
    }
}
