package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.simulator.authority.SampleAuthority;

/** Each trouble of keys and helpers is told apart by its code. */
class SigningCheckupsTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @Test
    void findsAllWell() throws Exception {
        assertThat(codes("time-stamps")).containsExactly("TSA-ANSWERS");
        assertThat(codes("revocation:agency")).containsExactly("OCSP-ANSWERS");
        assertThat(codes("revocation:officer-ec")).containsExactly("OCSP-ANSWERS");
        assertThat(codes("keys")).contains("KEY-READ", "TRUST-READ").doesNotContain("KEY-SAMPLE");
    }

    @ParameterizedTest
    @CsvSource({
        "down,DOWN",
        "reset-before,DOWN",
        "error,FAILS",
        "throttle,FAILS",
        "garbage,GARBAGE",
        "truncated,DOWN",
        "delay,SLOW"
    })
    void tellsHowAHelperFails(String mode, String reason) throws Exception {
        world.set("tsa", "faults", "{\"mode\":\"" + mode + "\",\"delayMs\":60000}");
        world.set("ocsp", "faults", "{\"mode\":\"" + mode + "\",\"delayMs\":60000}");
        assertThat(codes("time-stamps")).containsExactly("TSA-" + reason);
        assertThat(codes("revocation:agency")).containsExactly("OCSP-" + reason);
    }

    @ParameterizedTest
    @CsvSource({"refused,TSA-REFUSES", "other-data,TSA-GARBAGE", "other-nonce,TSA-GARBAGE"})
    void tellsWhatIsWrongWithATimeStamp(String answer, String code) throws Exception {
        world.set("tsa", "behaviour", "{\"answer\":\"" + answer + "\"}");
        assertThat(codes("time-stamps")).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"try-later,OCSP-REFUSES", "unknown,OCSP-NOT-GOOD", "unsigned-by-us,OCSP-UNTRUSTED"})
    void tellsWhatIsWrongWithARevocationAnswer(String answer, String code) throws Exception {
        world.set("ocsp", "behaviour", "{\"answer\":\"" + answer + "\"}");
        assertThat(codes("revocation:agency")).contains(code);
    }

    @Test
    void tellsARevokedCertificate() throws Exception {
        world.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":60}");
        assertThat(codes("revocation:agency")).containsExactly("OCSP-NOT-GOOD");
        assertThat(codes("revocation:officer")).containsExactly("OCSP-ANSWERS");
    }

    @ParameterizedTest
    @CsvSource({"-600", "600"})
    void tellsAWrongClock(int seconds) throws Exception {
        world.set("tsa", "behaviour", "{\"clockSeconds\":" + seconds + "}");
        assertThat(codes("time-stamps")).containsExactly("TSA-CLOCK");
        world.set("ocsp", "behaviour", "{\"clockSeconds\":" + seconds * 1000 + "}");
        assertThat(codes("revocation:agency")).containsExactly("OCSP-CLOCK");
    }

    @Test
    void tellsExpiredCertificates() throws Exception {
        world.clock.advance(Duration.ofDays(365 * 60));
        assertThat(codes("time-stamps")).contains("TSA-CERTIFICATE-EXPIRED").doesNotContain("TSA-UNTRUSTED");
        assertThat(codes("revocation:agency")).contains("OCSP-CERTIFICATE-EXPIRED");
        assertThat(codes("keys")).contains("KEY-CERTIFICATE-EXPIRED");
    }

    @Test
    void tellsAnAuthorityThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
        SampleAuthority.make(folder, SampleAuthority.ADDRESS, Clock.systemUTC());
        SigningProperties stranger =
                world.settings(world.url() + "/tsa", folder.resolve("root.pem").toString());
        assertThat(codes(stranger, "time-stamps", false)).contains("TSA-UNTRUSTED");
    }

    @Test
    void tellsWhatIsNotSet() throws Exception {
        SigningProperties bare = world.settings("");
        assertThat(codes(bare, "time-stamps", false)).containsExactly("TSA-NOT-SET");
        assertThat(codes(bare, "keys", false)).contains("TRUST-EMPTY");
    }

    @Test
    void mindsSamples_inProductionOnly_andKeysThatCannotBeRead() throws Exception {
        assertThat(codes(world.settings(), "keys", true)).contains("KEY-SAMPLE");
        SigningProperties settings = world.settings();
        SigningProperties.Key missing = new SigningProperties.Key("/nowhere.p12", null, "x", null, null, null);
        SigningProperties broken = new SigningProperties(
                Map.of("lost", missing), List.of("/nowhere.pem"), settings.timeStamps(), settings.revocation());
        assertThat(codes(broken, "keys", false)).containsExactly("KEY-UNREADABLE", "KEY-UNREADABLE");
        assertThat(SigningCheckups.of(broken, world.clock, false))
                .extracting(Checkup::id)
                .containsExactly("keys", "time-stamps");
    }

    private static List<String> codes(String checkup) throws Exception {
        return codes(world.settings(), checkup, false);
    }

    private static List<String> codes(SigningProperties settings, String checkup, boolean production) throws Exception {
        for (Checkup each : SigningCheckups.of(settings, world.clock, production)) {
            if (each.id().equals(checkup)) {
                return each.examine().stream().map(Diagnosis::code).toList();
            }
        }
        throw new AssertionError("No checkup " + checkup);
    }
}
