package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.SigningProperties.Key;
import vn.lienthong.signing.internal.Engine;

/** A key is replaced while the gateway signs. */
@ExtendWith(OutputCaptureExtension.class)
class RotationTest {
    private static final String HOLDER = "CN=UBND tỉnh Mẫu,C=VN";
    private static final Duration WAIT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final Instant now = clock.now();
    private Path file;
    private Path secret;
    private Signer signer;

    @BeforeEach
    void signWithTheOldKey() throws Exception {
        file = folder.resolve("seal.p12");
        secret = Files.writeString(folder.resolve("secret"), MadeKeys.PASSWORD);
        old().write(file);
        Key key = new Key(file.toString(), null, null, null, secret, null);
        signer = new Signer(new Engine(
                new SigningProperties(
                        Map.of("seal", key),
                        List.of(),
                        new SigningProperties.TimeStamps(null, WAIT, WAIT, WAIT),
                        new SigningProperties.Revocation(
                                List.of(),
                                null,
                                WAIT,
                                WAIT,
                                java.time.Duration.ofHours(4),
                                java.time.Duration.ofHours(4))),
                clock));
        assertThat(ends()).isEqualTo(day(10));
    }

    private MadeKeys old() {
        return new MadeKeys().with("old", HOLDER, day(-300), day(10));
    }

    @Test
    void usesTheNewKeyFromItsFirstMoment_andTheOldOneUntilThen() throws Exception {
        old().with("new", HOLDER, day(3), day(400)).write(file);
        assertThat(ends()).isEqualTo(day(10));

        clock.advance(Duration.ofDays(4));
        assertThat(ends()).isEqualTo(day(400));
    }

    @Test
    void keepsTheOldKey_whenTheNewOneTookItsPlaceTooEarly() throws Exception {
        new MadeKeys().with("new", HOLDER, day(3), day(400)).write(file);
        assertThat(ends()).isEqualTo(day(10));

        clock.advance(Duration.ofDays(4));
        assertThat(ends()).isEqualTo(day(400));
    }

    @Test
    void goesOnWithTheOldKey_whileTheFileIsHalfWritten(CapturedOutput output) throws Exception {
        byte[] whole = Files.readAllBytes(
                new MadeKeys().with("new", HOLDER, day(-1), day(400)).write(folder.resolve("new.p12")));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(ends()).isEqualTo(day(10));
        assertThat(output.getOut()).contains("the old one goes on signing", "seal.p12");

        Files.write(file, whole);
        assertThat(ends()).isEqualTo(day(400));
    }

    @Test
    void goesOnWithTheOldKey_whileTheFileIsAway_andUntilItsPasswordCameToo() throws Exception {
        Files.delete(file);
        assertThat(ends()).isEqualTo(day(10));

        new MadeKeys().with("new", HOLDER, day(-1), day(400)).write(file);
        Files.writeString(secret, "not yet right");
        assertThat(ends()).isEqualTo(day(10));

        Files.writeString(secret, MadeKeys.PASSWORD);
        Files.setLastModifiedTime(secret, FileTime.from(now.minusSeconds(7)));
        assertThat(ends()).isEqualTo(day(400));
    }

    @Test
    void stopsWithTheOldKeysEnd_andSaysWhichOneWhatStopsAndWhatToDo() throws Exception {
        Files.writeString(file, "garbage");
        clock.advance(Duration.ofDays(11));
        assertThat(sign()).isInstanceOf(SigningOutcome.NoKey.class);

        old().write(file);
        SigningOutcome outcome = sign();
        assertThat(outcome).isInstanceOf(SigningOutcome.NoKey.class);
        assertThat(((SigningOutcome.NoKey) outcome).why().en())
                .contains("'seal'", "UBND tỉnh Mẫu", day(10).toString(), "all signing with this key stops", "seal.p12");
        assertThat(((SigningOutcome.NoKey) outcome).why().vi()).contains("không cần khởi động lại");
    }

    @Test
    void doesNotGuess_betweenKeysOfDifferentHolders() throws Exception {
        Path both = old().with("other", "CN=Somebody else", day(-1), day(400)).write(folder.resolve("both.p12"));
        Files.copy(both, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(ends()).isEqualTo(day(10));
    }

    private Instant day(int days) {
        return now.plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private SigningOutcome sign() {
        return signer.sign(SigningRequest.of(
                "seal",
                SignatureFormat.CADES_DETACHED,
                SignatureLevel.B,
                new Content("x", "nội dung".getBytes(StandardCharsets.UTF_8))));
    }

    /** When the certificate ends that signs now. */
    private Instant ends() throws Exception {
        SigningOutcome outcome = sign();
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        return new CMSSignedData(((SigningOutcome.Signed) outcome).bytes())
                .getCertificates()
                .getMatches(null)
                .iterator()
                .next()
                .getNotAfter()
                .toInstant();
    }
}
