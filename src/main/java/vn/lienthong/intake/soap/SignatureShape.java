package vn.lienthong.intake.soap;

import java.util.HashSet;
import java.util.Set;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a signature may ask us to do, looked at before any of it is done: for each of the few parts of a message that can be signed
 * one digest of its canonical form. Each more would keep another copy of the message in memory.
 */
final class SignatureShape {
    /** Body, Timestamp and the sender's own certificate. */
    private static final int MOST_REFERENCES = 3;

    private static final int LONGEST_ID = 200;

    private SignatureShape() {}

    /** Refuses with 401 a header that asks for more. */
    static void require(Element security) {
        NodeList references = named(security, "Reference");
        Set<String> signed = new HashSet<>();
        for (int i = 0; i < references.getLength(); i++) {
            String id = ((Element) references.item(i)).getAttributeNS(null, "URI");
            if (i >= MOST_REFERENCES || id.length() > LONGEST_ID || !id.matches("#[\\w.-]+") || !signed.add(id)) {
                throw SoapProblems.securityInvalid();
            }
        }
        NodeList transforms = named(security, "Transform");
        for (int i = 0; i < transforms.getLength(); i++) {
            String algorithm = ((Element) transforms.item(i)).getAttributeNS(null, "Algorithm");
            if (i >= MOST_REFERENCES || !algorithm.equals(WSConstants.C14N_EXCL_OMIT_COMMENTS)) {
                throw SoapProblems.securityInvalid();
            }
        }
        if (named(security, "Object").getLength() > 0) {
            throw SoapProblems.securityInvalid();
        }
    }

    private static NodeList named(Element security, String name) {
        return security.getElementsByTagNameNS(WSConstants.SIG_NS, name);
    }
}
