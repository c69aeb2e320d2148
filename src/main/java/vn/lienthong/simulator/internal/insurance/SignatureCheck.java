package vn.lienthong.simulator.internal.insurance;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/** Checks one XML signature by the Java platform's own means. */
final class SignatureCheck {
    private SignatureCheck() {}

    /** What a signature that holds covers, as its references name it; empty when it does not hold. */
    static Optional<List<String>> covered(Element signature, X509Certificate by) {
        try {
            DOMValidateContext context = new DOMValidateContext(by.getPublicKey(), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            XMLSignature read =
                    XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(context);
            return read.validate(context)
                    ? Optional.of(read.getSignedInfo().getReferences().stream()
                            .map(Reference.class::cast)
                            .map(Reference::getURI)
                            .toList())
                    : Optional.empty();
        } catch (MarshalException
                | XMLSignatureException
                | java.security.NoSuchProviderException
                | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
