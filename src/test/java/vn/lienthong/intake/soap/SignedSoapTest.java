package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.testing.TlsGateway.DEPARTMENT;
import static vn.lienthong.testing.TlsGateway.IMPOSTOR;
import static vn.lienthong.testing.TlsGateway.WARD;
import static vn.lienthong.testing.TlsGateway.WEAK;

import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.MadeUpCertificates;
import vn.lienthong.testing.TlsGateway;
import vn.lienthong.testing.TlsTest;

/** Messages that their sender signed, and messages that only look so. */
@TlsTest
class SignedSoapTest {
    private static final SoapVersion OLD = SoapVersion.ONE_ONE;
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    @LocalServerPort
    private int port;

    @Autowired
    private Evidence evidence;

    @Autowired
    private SecurityHeader security;

    private SoapCaller soap;

    @BeforeEach
    void caller() {
        soap = new SoapCaller(
                HttpClient.newBuilder().sslContext(TlsGateway.caller(null)).build(),
                "https://127.0.0.1:" + port + "/services/dossier");
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatItsSenderSigned_andKeepsTheVeryBytes(SoapVersion version) throws Exception {
        String signed = signed(version, WARD, SoapCaller.submit(MadeUp.number(), MadeUp.state(1, "IN_PROGRESS")));

        SoapCaller.Answer answer = soap.send(version, signed);

        answer.valid("SubmitDossierResponse");
        assertThat(evidence.find(UUID.fromString(answer.text("eventId")))
                        .orElseThrow()
                        .bytes())
                .isEqualTo(signed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsASignerByItsSubject_andNobodyWhoseCertificateIsNotOurs() throws Exception {
        assertThat(code(signed(OLD, DEPARTMENT, get()))).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(code(signed(OLD, IMPOSTOR, get()))).isEqualTo("SOAP-SECURITY");
    }

    @Test
    void takesASignedMessageOnce() throws Exception {
        String signed = signed(OLD, WARD, get());

        assertThat(code(signed)).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(code(signed)).isEqualTo("SOAP-REPLAYED");
    }

    @Test
    void refusesABodyThatWasChanged() throws Exception {
        String number = MadeUp.number();
        String signed = signed(OLD, WARD, SoapCaller.get("GetDossier", number));

        assertThat(code(signed.replace(number, MadeUp.number()))).isEqualTo("SOAP-SECURITY");
    }

    @Test
    void refusesABodyThatNobodySigned() throws Exception {
        assertThat(code(signed(OLD, WARD, get(), RSA_SHA256, List.of("Timestamp"))))
                .isEqualTo("SOAP-UNSIGNED");
        assertThat(code(signed(OLD, WARD, get(), RSA_SHA256, List.of("Body")))).isEqualTo("SOAP-UNSIGNED");
    }

    @Test
    void refusesASignedBodyThatWasMovedAside() throws Exception {
        String signed = signed(OLD, WARD, get());
        int from = signed.indexOf("<s:Body");
        int to = signed.indexOf("</s:Body>") + "</s:Body>".length();
        String body = signed.substring(from, to);
        String forged = "<s:Body>" + SoapCaller.get("GetDossier", "H15.24133-260101-1") + "</s:Body>";
        String wrapped = signed.substring(0, from)
                        .replace("</s:Header>", "<x:Wrap xmlns:x=\"urn:x\">" + body + "</x:Wrap></s:Header>")
                + forged
                + signed.substring(to);
        String sameId = wrapped.replace(
                "<s:Body>", body.substring(0, body.indexOf('>') + 1).replace("<s:Body", "<s:Body "));

        assertThat(code(wrapped)).isEqualTo("SOAP-UNSIGNED");
        assertThat(code(sameId)).isIn("SOAP-UNSIGNED", "SOAP-SECURITY");
    }

    @Test
    void refusesMoreReferencesThanThereAreParts_beforeAnyIsDigested() throws Exception {
        String signed = signed(OLD, WARD, get());
        int from = signed.indexOf("<ds:Reference ");
        int to = signed.indexOf("</ds:Reference>") + "</ds:Reference>".length();
        String reference = signed.substring(from, to);

        for (String more : List.of(
                reference.repeat(30),
                reference.replace("URI=\"#", "URI=\"#other-").repeat(2))) {
            String forged = signed.substring(0, to) + more + signed.substring(to);
            assertThatThrownBy(() -> SignatureShape.require(header(forged))).isInstanceOf(ProblemException.class);
            assertThat(code(forged)).isEqualTo("SOAP-SECURITY");
        }
        for (String odd : List.of(
                signed.replace("URI=\"#", "URI=\"#xpointer(id('x'))"),
                signed.replace("<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"", "<ds:Transform"),
                signed.replace("<ds:KeyInfo", "<ds:Object/><ds:KeyInfo"))) {
            assertThat(odd).isNotEqualTo(signed);
            assertThatThrownBy(() -> SignatureShape.require(header(odd))).isInstanceOf(ProblemException.class);
        }
        SignatureShape.require(header(signed));
    }

    @Test
    void looksForTheSignersNameBeforeItDigestsAnything() throws Exception {
        org.w3c.dom.Element theirs =
                header(signed(OLD, IMPOSTOR, get()).replace("<ds:DigestValue>", "<ds:DigestValue>AAAA"));
        List<Object> asked = new java.util.ArrayList<>();

        assertThatThrownBy(() -> security.process(theirs, chain -> {
                    asked.add(chain.getFirst());
                    return false;
                }))
                .isInstanceOf(ProblemException.class);

        assertThat(asked).hasSize(1);
    }

    private static org.w3c.dom.Element header(String envelope) {
        return java.util.Objects.requireNonNull(
                Envelope.read(XmlWall.read(envelope), OLD).security());
    }

    @Test
    void refusesYesterdaysAlgorithmsAndShortKeys() throws Exception {
        String sha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

        assertThat(code(signed(OLD, WARD, get(), sha1, List.of("Body", "Timestamp"))))
                .isEqualTo("SOAP-SECURITY");
        assertThat(code(signed(OLD, WEAK, get()))).isEqualTo("SOAP-SECURITY");
    }

    @Test
    void refusesASignatureBesideSomebodyElsesPassword() throws Exception {
        String mixed = signed(OLD, WARD, get())
                .replaceFirst(
                        "(<\\w+:Security[^>]*>)",
                        "$1" + "<w:UsernameToken xmlns:w=\"" + SoapCaller.WSSE + "\"><w:Username>H99</w:Username>"
                                + "<w:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
                                + "oasis-200401-wss-username-token-profile-1.0#PasswordText\">sandbox-H99</w:Password>"
                                + "</w:UsernameToken>");

        assertThat(code(mixed)).isEqualTo("SOAP-SECURITY");
    }

    private static String get() {
        return SoapCaller.get("GetDossier", MadeUp.number());
    }

    private String code(String envelope) {
        return soap.send(OLD, envelope).code();
    }

    private static String signed(SoapVersion version, MadeUpCertificates own, String payload) throws Exception {
        return signed(version, own, payload, RSA_SHA256, List.of("Body", "Timestamp"));
    }

    private static String signed(
            SoapVersion version, MadeUpCertificates own, String payload, String algorithm, List<String> parts)
            throws Exception {
        Document document = SoapCaller.parsed(SoapCaller.envelope(version, "", payload, ""));
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        WSSecTimestamp timestamp = new WSSecTimestamp(header);
        timestamp.setTimeToLive(120);
        timestamp.build();
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo("own", "test");
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setSignatureAlgorithm(algorithm);
        signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
        for (String part : parts) {
            String namespace = part.equals("Body") ? version.namespace() : SoapCaller.WSU;
            signature.getParts().add(new WSEncryptionPart(part, namespace, ""));
        }
        Merlin keys = new Merlin();
        keys.setKeyStore(own.store());
        signature.build(keys);
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
