package vn.lienthong.simulator.internal.insurance;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** WS-Security of an envelope: a certificate that is trusted, a signature over body and time, a time that is not over. */
final class EnvelopeSecurity {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Predicate<X509Certificate> trusted;
    private final Clock clock;

    EnvelopeSecurity(Predicate<X509Certificate> trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    /** The fault code of what is wrong; empty when all is well. */
    Optional<String> fault(Document envelope) {
        Element root = envelope.getDocumentElement();
        Optional<Element> header = Xml.only(root, WSSE, "Security");
        Optional<Element> body = Xml.only(root, Xml.SOAP, "Body");
        Optional<Element> time = header.flatMap(found -> Xml.only(found, WSU, "Timestamp"));
        Optional<Element> signature = header.flatMap(found -> Xml.only(found, XMLSignature.XMLNS, "Signature"));
        Optional<X509Certificate> signer = header.flatMap(found -> Xml.only(found, WSSE, "BinarySecurityToken"))
                .flatMap(EnvelopeSecurity::read);
        if (body.isEmpty() || time.isEmpty() || signature.isEmpty() || signer.isEmpty()) {
            return Optional.of("InvalidSecurity");
        }
        if (!trusted.test(signer.get())) {
            return Optional.of("FailedAuthentication");
        }
        String bodyId = named(body.get());
        String timeId = named(time.get());
        List<String> covered =
                SignatureCheck.covered(signature.get(), signer.get()).orElse(List.of());
        if (!covered.contains("#" + bodyId) || !covered.contains("#" + timeId)) {
            return Optional.of("FailedCheck");
        }
        return current(time.get()) ? Optional.empty() : Optional.of("MessageExpired");
    }

    private static String named(Element element) {
        if (element.hasAttributeNS(WSU, "Id")) {
            element.setIdAttributeNS(WSU, "Id", true);
        }
        return element.getAttributeNS(WSU, "Id");
    }

    private boolean current(Element time) {
        try {
            Instant now = clock.instant();
            Instant created = Instant.parse(text(time, "Created"));
            Instant expires = Instant.parse(text(time, "Expires"));
            return created.isBefore(now.plus(SKEW)) && expires.isAfter(now.minus(SKEW));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static String text(Element time, String name) {
        return Xml.only(time, WSU, name).map(Element::getTextContent).orElse("");
    }

    private static Optional<X509Certificate> read(Element token) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(token.getTextContent());
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (CertificateException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
