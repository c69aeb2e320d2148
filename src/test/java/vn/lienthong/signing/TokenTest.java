package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.TEXT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signing.SigningProperties.Key;
import vn.lienthong.signing.SigningProperties.Token;

/** Keys in a token, lost and found again. Needs SoftHSM2; without it keys of PKCS#12 files alone are tested, and this says so. */
class TokenTest {
    private static final String PIN = "1234";

    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @TempDir
    private static Path folder;

    private static SoftToken softToken;
    private static Path pinFile;

    private final Signer signer = world.signer(settings("agency-seal"));

    @BeforeAll
    static void fill() throws Exception {
        softToken = SoftToken.in(folder, PIN);
        pinFile = Files.writeString(folder.resolve("pin"), PIN + "\n");
        KeyStore token = softToken.open(PIN);
        for (String holder : List.of("agency-seal", "officer-ec")) {
            char[] password = "sandbox-sample".toCharArray();
            KeyStore file = KeyStore.getInstance(
                    SigningWorld.CERTIFICATES.resolve(holder + ".p12").toFile(), password);
            String alias = file.aliases().nextElement();
            token.setKeyEntry(holder, (PrivateKey) file.getKey(alias, password), null, file.getCertificateChain(alias));
        }
        softToken.reset();
    }

    @ParameterizedTest
    @EnumSource(SignatureFormat.class)
    void signInEveryForm(SignatureFormat format) {
        Content content = SigningWorld.sample(format);
        SigningOutcome outcome = signer.sign(SigningRequest.of("seal", format, SignatureLevel.T, content));
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        Content signed = new Content("signed", ((SigningOutcome.Signed) outcome).bytes());
        SignatureVerdict verdict =
                format == SignatureFormat.CADES_DETACHED ? world.verdict(signed, content) : world.verdict(signed);
        assertThat(verdict.passed()).as("%s", verdict).isTrue();
    }

    @Test
    void signWithEllipticCurvesToo() {
        assertThat(sign(world.signer(settings("officer-ec")))).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void signAgain_afterTheSessionWasClosedUnderneath() throws Exception {
        assertThat(sign(signer)).isInstanceOf(SigningOutcome.Signed.class);
        softToken.reset();
        assertThat(sign(signer)).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void tellWhoIsMissing_whileTheTokenIsAway_andGoOnByThemselvesWhenItIsBack() throws Exception {
        assertThat(sign(signer)).isInstanceOf(SigningOutcome.Signed.class);
        softToken.takeAway();
        assertThat(why(signer)).contains("'seal'", "libsofthsm2");
        assertThat(why(signer)).contains("libsofthsm2");

        softToken.bringBack();
        assertThat(sign(signer)).isInstanceOf(SigningOutcome.Signed.class);
    }

    @Test
    void areNotGuessed_betweenHolders_norFoundWithAWrongPin() {
        assertThat(why(world.signer(settings((String) null)))).contains("2 holders");
        assertThat(why(world.signer(settings("nobody")))).contains("no key named nobody");
        Key wrong = new Key(null, "agency-seal", "9999", null, null, softToken.settings());
        assertThat(why(world.signer(settings(wrong)))).contains("libsofthsm2");
        assertThat(why(world.signer(settings(wrong)))).contains("not tried again");
        assertThat(sign(signer)).isInstanceOf(SigningOutcome.Signed.class);
        Key nowhere = new Key(null, null, PIN, null, null, new Token("/nowhere.so", 0, null));
        assertThat(why(world.signer(settings(nowhere)))).contains("/nowhere.so");
    }

    private static String why(Signer signer) {
        SigningOutcome outcome = sign(signer);
        assertThat(outcome).isInstanceOf(SigningOutcome.NoKey.class);
        return ((SigningOutcome.NoKey) outcome).why().en();
    }

    private static SigningOutcome sign(Signer signer) {
        return signer.sign(SigningRequest.of("seal", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT));
    }

    private static SigningProperties settings(String alias) {
        return settings(new Key(null, alias, null, null, pinFile, softToken.settings()));
    }

    private static SigningProperties settings(Key key) {
        SigningProperties usual = world.settings();
        return new SigningProperties(Map.of("seal", key), usual.trust(), usual.timeStamps(), usual.revocation());
    }
}
