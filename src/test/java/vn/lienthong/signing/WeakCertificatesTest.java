package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.testing.OutsideTool;

/** Production does not begin with keys that anybody could break one day soon. */
class WeakCertificatesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rsa:1024,,1024 bit",
        "rsa:1536,,1536 bit",
        "ed25519,,only RSA and ECDSA",
        "ec,secp224r1,P-256",
        "ec,secp256k1,",
        "ec,brainpoolP256r1,"
    })
    void refusesShortKeysAndUnknownCurves(String kind, String curve, String reason) throws Exception {
        OutsideTool openssl = certificate("weak", kind, curve);
        openssl.run(
                        "pkcs12",
                        "-export",
                        "-inkey",
                        "weak.key",
                        "-in",
                        "weak.pem",
                        "-out",
                        "weak.p12",
                        "-passout",
                        "pass:x")
                .succeeds();
        SigningProperties settings = settings(Map.of("seal", key("weak.p12")), "weak.pem");
        List<Bilingual> found = new java.util.ArrayList<>(new WeakCertificates(settings).findings());
        found.addAll(new SampleCertificates(settings).findings()); // names what Java cannot even read

        assertThat(found)
                .extracting(Bilingual::en)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("lienthong.signing.keys.seal: ")
                        .contains(reason == null ? "" : reason));
        assertThat(found)
                .extracting(Bilingual::vi)
                .anySatisfy(text -> assertThat(text).startsWith("lienthong.signing.trust: "));
    }

    @Test
    void refusesACertificateSignedWithSha1_butNotAnAnchor() throws Exception {
        OutsideTool openssl = certificate("root", "rsa:2048", null);
        openssl.run(
                        "req",
                        "-new",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "own.key",
                        "-out",
                        "own.csr",
                        "-subj",
                        "/CN=own")
                .succeeds();
        openssl.run(
                        "x509",
                        "-req",
                        "-sha1",
                        "-in",
                        "own.csr",
                        "-CA",
                        "root.pem",
                        "-CAkey",
                        "root.key",
                        "-set_serial",
                        "7",
                        "-out",
                        "own.pem")
                .succeeds();
        openssl.run("pkcs12", "-export", "-inkey", "own.key", "-in", "own.pem", "-out", "own.p12", "-passout", "pass:x")
                .succeeds();

        assertThat(new WeakCertificates(settings(Map.of("seal", key("own.p12")), "own.pem", "root.pem")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.en()).contains("SHA1", "SHA-256 is the least", "CN=own"));
    }

    @Test
    void takesTheSampleKeys_andWhatItCannotReadIsToldElsewhere() {
        SigningProperties settings = settings(Map.of(
                "rsa", SigningWorld.key("officer"), "ec", SigningWorld.key("officer-ec"), "none", key("none.p12")));
        assertThat(new WeakCertificates(settings).findings()).isEmpty();
    }

    private OutsideTool certificate(String name, String kind, String curve) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        if (curve == null) {
            openssl.run(
                            "req",
                            "-x509",
                            "-newkey",
                            kind,
                            "-nodes",
                            "-keyout",
                            name + ".key",
                            "-out",
                            name + ".pem",
                            "-subj",
                            "/CN=" + name)
                    .succeeds();
        } else {
            openssl.run("ecparam", "-name", curve, "-genkey", "-noout", "-out", name + ".key")
                    .succeeds();
            openssl.run("req", "-x509", "-key", name + ".key", "-out", name + ".pem", "-subj", "/CN=" + name)
                    .succeeds();
        }
        return openssl;
    }

    private SigningProperties.Key key(String name) {
        return new SigningProperties.Key(folder.resolve(name).toString(), null, "x", null, null, null);
    }

    private SigningProperties settings(Map<String, SigningProperties.Key> keys, String... trust) {
        Duration wait = Duration.ofSeconds(1);
        return new SigningProperties(
                keys,
                List.of(trust).stream()
                        .map(name -> folder.resolve(name).toString())
                        .toList(),
                new SigningProperties.TimeStamps(null, wait, wait, wait),
                new SigningProperties.Revocation(
                        List.of(), null, wait, wait, java.time.Duration.ofHours(4), java.time.Duration.ofHours(4)));
    }
}
