package vn.lienthong.intake.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.w3c.dom.Document;

/**
 * The one way XML comes in: strict UTF-8, no document type and no entity of its own, no comments and no
 * instructions, bounded in depth, number and length while it is read, so that what is small on the wire is small in memory.
 */
final class XmlWall {
    private static final int DEEPEST = 40;
    private static final int MOST_ELEMENTS = 20_000;
    private static final Pattern OTHER_ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!(?i:utf-8)[\"'])");
    private static final WstxInputFactory FACTORY = factory();

    private XmlWall() {}

    /** The text of these bytes; refuses what is not UTF-8 or declares something. */
    static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw SoapProblems.unreadable();
        }
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw SoapProblems.documentType();
        }
        String told = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (OTHER_ENCODING.matcher(told).find()) {
            throw SoapProblems.unreadable();
        }
        return told;
    }

    /** The document of this text; refuses with 400 what does not read. */
    static Document read(String text) {
        try {
            XMLStreamReader reader = new CountedNodes(FACTORY.createXMLStreamReader(new StringReader(text)));
            try {
                Document document = StaxUtils.read(reader);
                while (reader.hasNext()) {
                    reader.next(); // to the end: what stands behind the envelope is no part of it
                }
                return document;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException broken) {
            // the reader's words may repeat what it read
            throw SoapProblems.unreadable();
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MOST_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, 2000);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 30);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 16_384);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1_000_000);
        return factory;
    }
}
