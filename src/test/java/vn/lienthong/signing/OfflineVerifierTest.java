package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.TEXT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.testing.OutsideTool;

/** The verdict without network agrees with the one of the library. */
class OfflineVerifierTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    private final OfflineVerifier offline = TestSigning.offline();

    @ParameterizedTest
    @CsvSource({"agency, B", "agency, T", "agency, LT", "officer-ec, B", "officer-ec, T", "agency-ec, LT"})
    void believesWhatWasSignedWithABelievedKey(String key, SignatureLevel level) {
        Content signed = world.signed(key, SignatureFormat.CADES_DETACHED, level, TEXT);

        OfflineVerdict verdict = offline.verify(signed.bytes(), TEXT.bytes());

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.stampedAt() != null).isEqualTo(level != SignatureLevel.B);
        assertThat(verdict.claimedAt()).isNotNull();
        assertThat(verdict.signer()).isNotNull();
        assertThat(verdict.sample()).isTrue();
        assertThat(world.verdict(signed, TEXT).passed()).isTrue();
    }

    @Test
    void putsATimeStampOverAnOldSignature_thatBothBelieve() {
        Content bare = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT);

        SigningOutcome stamped = world.signer().stamp(bare, TEXT);

        byte[] bytes = ((SigningOutcome.Signed) stamped).bytes();
        assertThat(offline.verify(bytes, TEXT.bytes()).stampedAt()).isNotNull();
        SignatureVerdict verdict = world.verdict(new Content("x", bytes), TEXT);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.stamped()).isTrue();
    }

    @Test
    void stampsNothing_withoutAnAuthority() {
        Content bare = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT);
        Signer alone = world.signer(world.settings(null, SigningWorld.ROOT));
        assertThat(alone.stamp(bare, TEXT)).isInstanceOf(SigningOutcome.NoTimeStamp.class);
        assertThat(world.signer().stamp(TEXT, TEXT)).isInstanceOf(SigningOutcome.Unsuitable.class);
    }

    @Test
    void findsChangedContent() {
        Content signed = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT);
        assertThat(codes(signed.bytes(), SigningWorld.XML.bytes())).containsExactly("SIGNATURE-CONTENT");
    }

    @Test
    void findsACertificateThatWasNotValidThen() {
        world.clock.advance(Duration.ofDays(1));
        Content signed = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT);
        assertThat(codes(signed.bytes(), TEXT.bytes())).isEmpty();
        byte[] early = claiming(signed.bytes());
        assertThat(codes(early, TEXT.bytes())).contains("SIGNATURE-VALUE");
    }

    @Test
    void readsNoGarbage() {
        for (byte[] garbage : List.of(
                new byte[0], new byte[] {0x30}, TEXT.bytes(), SigningWorld.pdf().bytes())) {
            assertThat(codes(garbage, TEXT.bytes())).containsExactly("SIGNATURE-UNREADABLE");
        }
    }

    @Test
    void believesNobody_whoIsNotTrusted(@TempDir Path folder) throws Exception {
        Content signed = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT);
        vn.lienthong.simulator.authority.SampleAuthority.make(
                folder, "http://127.0.0.1:9090", java.time.Clock.systemUTC());
        OfflineVerifier stranger =
                OfflineVerifier.trusting(List.of(folder.resolve("root.pem").toString()));
        assertThat(stranger.verify(signed.bytes(), TEXT.bytes()).findings())
                .extracting(Finding::code)
                .containsExactly("STAMP-NOT-TRUSTED", "SIGNER-NOT-TRUSTED");
    }

    @Test
    void asksThatTheSignatureNamesItsCertificate(@TempDir Path folder) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        java.nio.file.Files.write(folder.resolve("in.txt"), TEXT.bytes());
        String store = SigningWorld.CERTIFICATES.resolve("officer-ec.p12").toString();
        openssl.run("pkcs12", "-in", store, "-passin", "pass:sandbox-sample", "-nodes", "-out", "all.pem")
                .succeeds();
        String chain = SigningWorld.CERTIFICATES.resolve("issuing-ca.pem").toString();
        String[] plain = {
            "cms",
            "-sign",
            "-binary",
            "-md",
            "sha256",
            "-in",
            "in.txt",
            "-signer",
            "all.pem",
            "-inkey",
            "all.pem",
            "-certfile",
            chain,
            "-outform",
            "DER",
            "-out",
            "plain.p7s"
        };
        openssl.run(plain).succeeds();
        assertThat(codes(java.nio.file.Files.readAllBytes(folder.resolve("plain.p7s")), TEXT.bytes()))
                .containsExactly("CERTIFICATE-SWAPPED");

        String[] named = plain.clone();
        named[2] = "-cades";
        String[] both = java.util.Arrays.copyOf(named, named.length + 1);
        both[named.length] = "-binary";
        openssl.run(both).succeeds();
        assertThat(codes(java.nio.file.Files.readAllBytes(folder.resolve("plain.p7s")), TEXT.bytes()))
                .isEmpty();
    }

    /** The same signature with another time in it. */
    private static byte[] claiming(byte[] signature) {
        String all = new String(signature, java.nio.charset.StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher time =
                java.util.regex.Pattern.compile("\\d{12}Z").matcher(all);
        String last = "";
        while (time.find()) {
            last = time.group();
        }
        return all.replace(last, "200101000000Z").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private List<String> codes(byte[] signature, byte[] content) {
        return offline.verify(signature, content).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
