package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.CERTIFICATES;
import static vn.lienthong.signing.SigningWorld.TEXT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signing.SigningProperties.Key;
import vn.lienthong.testing.OutsideTool;

/** Where keys come from, and what is said when one cannot be used. */
class KeysTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @TempDir
    Path folder;

    @Test
    void areFoundInTheProgramAndInFiles_withThePasswordByReference() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "sandbox-sample\nnot this\n");
        String file = CERTIFICATES.resolve("officer.p12").toString();
        assertThat(sign(new Key("classpath:certs-sample/officer.p12", null, "sandbox-sample", null, null, null)))
                .isInstanceOf(SigningOutcome.Signed.class);
        assertThat(sign(new Key(file, "officer", null, null, secret, null))).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void areMissed_whenNotToBeRead() {
        String file = CERTIFICATES.resolve("officer.p12").toString();
        assertThat(why(new Key(file, null, "wrong", null, null, null))).contains("officer.p12");
        assertThat(why(new Key(file, null, null, null, null, null))).contains("no password is set");
        assertThat(why(new Key(file, null, null, "NO_SUCH_VARIABLE_HERE", null, null)))
                .contains("no password is set");
        assertThat(why(new Key(file, "nobody", "sandbox-sample", null, null, null)))
                .contains("no key named nobody");
        assertThat(why(new Key("/nowhere.p12", null, "x", null, null, null))).contains("/nowhere.p12");
        assertThat(why(new Key("classpath:nowhere.p12", null, "x", null, null, null)))
                .contains("not in the program");
        assertThat(why(null)).contains("is not in lienthong.signing.keys");
    }

    @Test
    void areRefused_outsideTheirCertificatesTime() {
        world.clock.advance(Duration.ofDays(20 * 365));
        assertThat(why(SigningWorld.key("officer"))).contains("valid only from");
    }

    @Test
    void areRefused_whenTooShort() throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        openssl.run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:1024",
                        "-nodes",
                        "-keyout",
                        "key",
                        "-out",
                        "cert",
                        "-days",
                        "9",
                        "-subj",
                        "/CN=short")
                .succeeds();
        openssl.run("pkcs12", "-export", "-inkey", "key", "-in", "cert", "-out", "short.p12", "-passout", "pass:x")
                .succeeds();
        String file = folder.resolve("short.p12").toString();
        assertThat(why(new Key(file, null, "x", null, null, null))).contains("2048 bits");
    }

    @Test
    void areReplacedWithoutARestart() throws Exception {
        Path file = folder.resolve("key.p12");
        Files.copy(CERTIFICATES.resolve("officer.p12"), file);
        Signer signer = world.signer(settings(new Key(file.toString(), null, "sandbox-sample", null, null, null)));
        assertThat(signedBy(signer)).contains("Thị Mẫu");

        Files.copy(CERTIFICATES.resolve("agency-seal-ec.p12"), file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(signedBy(signer)).contains("phường Mẫu");
    }

    @Test
    void neverShowTheirPasswords() {
        assertThat(settings(SigningWorld.key("officer")).toString()).doesNotContain("sandbox-sample");
    }

    private static String signedBy(Signer signer) {
        SigningOutcome outcome = sign(signer);
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        return world.verdict(new Content("x", ((SigningOutcome.Signed) outcome).bytes()), TEXT)
                .signer();
    }

    private static String why(@Nullable Key key) {
        SigningOutcome outcome = sign(key);
        assertThat(outcome).isInstanceOf(SigningOutcome.NoKey.class);
        return ((SigningOutcome.NoKey) outcome).why().en();
    }

    private static SigningOutcome sign(@Nullable Key key) {
        return sign(world.signer(settings(key)));
    }

    private static SigningOutcome sign(Signer signer) {
        return signer.sign(SigningRequest.of("one", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT));
    }

    private static SigningProperties settings(@Nullable Key key) {
        SigningProperties usual = world.settings();
        return new SigningProperties(
                key == null ? Map.of() : Map.of("one", key), List.of(), usual.timeStamps(), usual.revocation());
    }
}
