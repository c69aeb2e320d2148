package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.internal.Engine;
import vn.lienthong.simulator.authority.SampleAuthority;
import vn.lienthong.testing.HttpDouble;

/** Documents name addresses of their sender's choice: none is called that the operator did not name. */
class ForeignAddressesTest {
    private static final char[] PASSWORD = "sandbox-sample".toCharArray();

    @TempDir
    static Path folder;

    private static HttpDouble foreign;
    private static KeyStore officer;

    @BeforeAll
    static void makeAuthority() throws Exception {
        foreign = new HttpDouble((request, wire) -> wire.answer("404 Not Found", "", new byte[0]));
        SampleAuthority.make(folder, foreign.url().toString(), Clock.systemUTC());
        officer = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("officer.p12"))) {
            officer.load(in, PASSWORD);
        }
    }

    @AfterAll
    static void close() {
        foreign.close();
    }

    @Test
    void asksNoResponderThatACertificateNames() throws Exception {
        int before = foreign.requests().size();

        Verification verification = verifier(List.of()).verify(new Content("signed.xml", signed(null)));

        assertThat(foreign.requests()).hasSize(before);
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Judged.class,
                        judged -> assertThat(judged.passed()).isFalse());
    }

    @Test
    void fetchesNoPolicyThatASignatureNames() throws Exception {
        int before = foreign.requests().size();

        verifier(List.of()).verify(new Content("signed.xml", signed(foreign.url() + "/policy.der")));

        assertThat(foreign.requests()).hasSize(before);
    }

    @Test
    void resolvesNoReferenceToAnotherHost() throws Exception {
        int before = foreign.requests().size();
        String torn = new String(signed(null), StandardCharsets.UTF_8)
                .replaceFirst("URI=\"\"", "URI=\"" + foreign.url() + "/content.xml\"");
        assertThat(torn).contains("/content.xml");

        verifier(List.of()).verify(new Content("signed.xml", torn.getBytes(StandardCharsets.UTF_8)));

        assertThat(foreign.requests()).hasSize(before);
    }

    @Test
    void asksTheHostsThatTheOperatorNamed() throws Exception {
        int before = foreign.requests().size();

        verifier(List.of("127.0.0.1")).verify(new Content("signed.xml", signed(null)));

        assertThat(foreign.requests()).hasSizeGreaterThan(before);
    }

    private static Verifier verifier(List<String> hosts) {
        Duration wait = Duration.ofSeconds(2);
        return new Verifier(new Engine(
                new SigningProperties(
                        Map.of(),
                        List.of(folder.resolve("root.pem").toString()),
                        new SigningProperties.TimeStamps(null, wait, wait, Duration.ofMinutes(2)),
                        new SigningProperties.Revocation(
                                hosts, null, wait, wait, java.time.Duration.ofHours(4), java.time.Duration.ofHours(4))),
                new SettableClock()));
    }

    private static byte[] signed(String policy) throws Exception {
        String alias = officer.aliases().nextElement();
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken((X509Certificate) officer.getCertificate(alias)));
        if (policy != null) {
            Policy named = new Policy();
            named.setId("urn:oid:1.2.3.4");
            named.setSpuri(policy);
            named.setDigestAlgorithm(DigestAlgorithm.SHA256);
            named.setDigestValue(new byte[32]);
            parameters.bLevel().setSignaturePolicy(named);
        }
        XAdESService service = new XAdESService(new CommonCertificateVerifier());
        DSSDocument document = new InMemoryDocument("<KetQua/>".getBytes(StandardCharsets.UTF_8), "result.xml");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign((PrivateKey) officer.getKey(alias, PASSWORD));
        signature.update(service.getDataToSign(document, parameters).getBytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign()))
                .writeTo(out);
        return out.toByteArray();
    }
}
