package vn.lienthong.signing.internal;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the signatures in an XML document ask whoever verifies them to do. */
final class SignatureDemands {
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";
    private static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    private static final Set<String> DONE = Set.of(
            SIGNATURES + "enveloped-signature",
            SIGNATURES + "base64",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            FILTER,
            XPATH);
    /** Both take the signatures out of what is signed; the second is what other users of the same library write. */
    private static final String OUR_FILTER = "/descendant::ds:Signature";

    private static final String USUAL_PATH = "not(ancestor-or-self::ds:Signature)";

    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_SIGNATURES = 16;
    private static final int MOST_REFERENCES = 16;
    private static final int DEEPEST = 200;
    /** A reference may lead through the whole document, and all of them may do so one after the other. */
    private static final long MOST_WORK = 2_000_000;

    private final XMLStreamReader xml;
    private long elements;
    private long references;
    private int signatures;
    private int ofThisSignature;
    private int depth;

    private SignatureDemands(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Refuses what asks for more, and what is no XML. */
    static void pass(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            new SignatureDemands(xml).all();
        } catch (XMLStreamException broken) {
            throw refusal("XML không đúng cú pháp", "the XML is not well formed");
        }
    }

    private void all() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw refusal("có DOCTYPE", "it has a DOCTYPE");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                element();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        require(elements * Math.max(1, references) <= MOST_WORK);
    }

    private void element() throws XMLStreamException {
        require(++elements <= MOST_ELEMENTS && ++depth <= DEEPEST);
        String name = xml.getLocalName();
        if (name.equals("XPath")) {
            path();
        } else if (SIGNATURES.equals(xml.getNamespaceURI())) {
            switch (name) {
                case "Signature" -> {
                    require(++signatures <= MOST_SIGNATURES);
                    ofThisSignature = 0;
                }
                case "Reference" -> {
                    references++;
                    require(++ofThisSignature <= MOST_REFERENCES);
                }
                case "Transform" -> transform(xml.getAttributeValue(null, "Algorithm"));
                default -> {}
            }
        }
    }

    private static void transform(@Nullable String algorithm) {
        if (algorithm == null || !DONE.contains(algorithm)) {
            throw refusal("phép biến đổi " + algorithm, "the transform " + algorithm);
        }
    }

    /** The one expression that each of the two kinds may have. */
    private void path() throws XMLStreamException {
        String namespace = xml.getNamespaceURI();
        String signatureSpace = xml.getNamespaceURI("ds");
        String filter = xml.getAttributeValue(null, "Filter");
        boolean isFilter = FILTER.equals(namespace);
        if (!isFilter && !SIGNATURES.equals(namespace)) {
            return;
        }
        String text = plainText().strip();
        depth--;
        boolean known = isFilter ? text.equals(OUR_FILTER) && "subtract".equals(filter) : text.equals(USUAL_PATH);
        if (!known || !SIGNATURES.equals(signatureSpace)) {
            throw refusal("biểu thức XPath", "an XPath expression");
        }
    }

    /** Nothing but text: some would take the words of an instruction in it for the expression. */
    private String plainText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != XMLStreamConstants.CHARACTERS || text.length() > OUR_FILTER.length() * 4) {
                throw refusal("biểu thức XPath", "an XPath expression");
            }
            text.append(xml.getText());
        }
        return text.toString();
    }

    private static void require(boolean bounded) {
        if (!bounded) {
            throw refusal("quá nhiều chữ ký, tham chiếu hoặc phần tử", "too many signatures, references or elements");
        }
    }

    private static Refusal refusal(String vi, String en) {
        return new Refusal(
                Refusal.Kind.CONTENT,
                "Chữ ký XML không kiểm tra được ở đây: " + vi + ".",
                "The XML signature is not verified here: " + en + ".");
    }
}
