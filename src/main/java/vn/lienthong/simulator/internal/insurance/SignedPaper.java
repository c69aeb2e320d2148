package vn.lienthong.simulator.internal.insurance;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A signed document as it came, and what of it can be believed. */
final class SignedPaper {
    private final Optional<Document> document;

    SignedPaper(byte[] bytes) {
        this.document = Xml.read(bytes);
    }

    /** What is wrong with it, in words; empty when all is well. */
    Optional<String> finding(String reference, Predicate<X509Certificate> trusted) {
        if (document.isEmpty() || !"LinkedResult".equals(root().getLocalName())) {
            return Optional.of("Văn bản không đọc được");
        }
        if (!signed(trusted)) {
            return Optional.of("Chữ ký trên văn bản không hợp lệ");
        }
        if (!Xml.text(root(), "DeliveryReference").equals(reference)) {
            return Optional.of("Mã việc gửi trong văn bản khác với bên ngoài");
        }
        String content = Xml.text(root(), "Content");
        if (content.isEmpty()) {
            return Xml.text(root(), "Link").isEmpty() ? Optional.of("Thiếu tệp kết quả") : Optional.empty();
        }
        return digest(content).equals(field("Sha256"))
                ? Optional.empty()
                : Optional.of("Tệp kết quả không khớp mã băm");
    }

    /** What stands in the only element of this name. */
    String field(String name) {
        return document.isEmpty() ? "" : Xml.text(root(), name);
    }

    private Element root() {
        return document.orElseThrow().getDocumentElement();
    }

    /** Whether a trusted certificate signs the whole document. */
    private boolean signed(Predicate<X509Certificate> trusted) {
        Optional<Element> signature = Xml.only(root(), XMLSignature.XMLNS, "Signature");
        if (signature.isEmpty() || signature.get().getParentNode() != root()) {
            return false;
        }
        identify(signature.get());
        var certificates = signature.get().getElementsByTagNameNS(XMLSignature.XMLNS, "X509Certificate");
        if (certificates.getLength() == 0) {
            return false;
        }
        Optional<X509Certificate> signer = read((Element) certificates.item(0)).filter(trusted);
        List<String> covered = signer.flatMap(by -> SignatureCheck.covered(signature.get(), by))
                .orElse(List.of());
        return covered.contains("");
    }

    /** Lets references find what they name inside the signature. */
    private static void identify(Element signature) {
        var all = signature.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("Id")) {
                element.setIdAttribute("Id", true);
            }
        }
    }

    private static Optional<X509Certificate> read(Element certificate) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(certificate.getTextContent());
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (CertificateException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String digest(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IllegalArgumentException malformed) {
            return "";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
