package vn.lienthong.evidence.container;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lienthong.kernel.Sha256;

/** The signed list of a container's files with their digests ({@code ASiCManifest}). */
public final class Manifest {
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final XMLInputFactory PARSER = parser();

    private Manifest() {}

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Lists these files; their names are our own and need no escaping. */
    static byte[] of(Map<String, byte[]> files) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<asic:ASiCManifest xmlns:asic=\"" + ASIC + "\" xmlns:ds=\"" + DSIG + "\">\n")
                .append("<asic:SigReference URI=\"" + Names.SIGNATURE
                        + "\" MimeType=\"application/pkcs7-signature\"/>\n");
        files.forEach((name, bytes) -> xml.append("<asic:DataObjectReference URI=\"")
                .append(name)
                .append("\"><ds:DigestMethod Algorithm=\"" + SHA256 + "\"/><ds:DigestValue>")
                .append(Base64.getEncoder().encodeToString(Sha256.of(bytes)))
                .append("</ds:DigestValue></asic:DataObjectReference>\n"));
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of each file it lists; none where it cannot be understood in full. */
    public static Optional<Map<String, byte[]>> read(byte[] xml) {
        try {
            XMLStreamReader reader = PARSER.createXMLStreamReader(new ByteArrayInputStream(xml));
            Map<String, byte[]> listed = new LinkedHashMap<>();
            String name = "";
            while (reader.hasNext()) {
                int event = reader.next();
                require(event != XMLStreamConstants.DTD);
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getNamespaceURI() + reader.getLocalName()) {
                    case ASIC + "ASiCManifest" -> {}
                    case ASIC + "SigReference" ->
                        require(Names.SIGNATURE.equals(reader.getAttributeValue(null, "URI")));
                    case ASIC + "DataObjectReference" -> name = reader.getAttributeValue(null, "URI");
                    case DSIG + "DigestMethod" -> require(SHA256.equals(reader.getAttributeValue(null, "Algorithm")));
                    case DSIG + "DigestValue" ->
                        require(listed.put(name, Base64.getDecoder().decode(reader.getElementText())) == null);
                    default -> require(false);
                }
            }
            return Optional.of(listed);
        } catch (XMLStreamException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static void require(boolean understood) {
        if (!understood) {
            throw new IllegalArgumentException("Not a list of ours");
        }
    }
}
