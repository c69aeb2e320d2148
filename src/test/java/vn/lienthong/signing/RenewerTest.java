package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.testing.OutsideTool;

/** Signatures in every form get another time-stamp and outlive the first one's certificate. */
class RenewerTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    private static final Instant START = Instant.now();
    private static final RenewalProperties USUAL = TestSigning.renewal(Map.of());
    private static SampleStamps first;
    private static SampleStamps second;

    @BeforeAll
    static void start() {
        first = LimitedStamps.until(START.plus(Duration.ofDays(30)));
        second = LimitedStamps.until(START.plus(Duration.ofDays(900)));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureFormat.class)
    void bringsEveryFormToLta(SignatureFormat format) {
        Content content = SigningWorld.sample(format);
        List<Content> beside = format == SignatureFormat.CADES_DETACHED ? List.of(content) : List.of();
        Content signed = signed(format, content);
        Renewer renewer = world.renewer(second.url(), USUAL);
        assertThat(renewer.life(signed, beside).orElseThrow().ends()).isBefore(START.plus(Duration.ofDays(31)));

        RenewalOutcome outcome = renewer.extend(format, signed, beside);

        assertThat(outcome).as("%s", outcome).isInstanceOf(RenewalOutcome.Renewed.class);
        RenewalOutcome.Renewed renewed = (RenewalOutcome.Renewed) outcome;
        assertThat(renewed.life().ends()).isAfter(START.plus(Duration.ofDays(899)));
        assertThat(renewed.life().algorithms()).contains("SHA256", "EC256");
        world.clock.advance(Duration.ofDays(31));
        SignatureVerdict verdict =
                world.verdict(new Content("renewed", renewed.bytes()), beside.toArray(Content[]::new));
        assertThat(verdict.passed()).as("%s", verdict).isTrue();
        assertThat(verdict.provenAt()).isBefore(START.plus(Duration.ofDays(1)));
        assertThat(verdict.form()).endsWith("BASELINE-LTA");
    }

    @Test
    void renewsNothing_withoutAnAuthority_orASignature() {
        Content signed = signed(SignatureFormat.XADES_ENVELOPED, SigningWorld.XML);
        Renewer alone = world.renewer(null, USUAL);
        assertThat(alone.extend(SignatureFormat.XADES_ENVELOPED, signed, List.of()))
                .isInstanceOf(RenewalOutcome.NoTimeStamp.class);
        assertThat(alone.stamp(new byte[1])).isInstanceOf(RenewalOutcome.NoTimeStamp.class);
        Renewer renewer = world.renewer(second.url(), USUAL);
        assertThat(renewer.extend(SignatureFormat.XADES_ENVELOPED, SigningWorld.XML, List.of()))
                .isNotInstanceOf(RenewalOutcome.Renewed.class);
        assertThat(renewer.life(SigningWorld.TEXT, List.of())).isEmpty();
        assertThat(renewer.lifeOfStamp(new byte[] {1})).isEmpty();
    }

    @Test
    void renewsNothing_whenTheSignerTurnsOutRevoked() {
        Content signed = signed(SignatureFormat.XADES_ENVELOPED, SigningWorld.XML);
        world.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
        assertThat(world.renewer(second.url(), USUAL).extend(SignatureFormat.XADES_ENVELOPED, signed, List.of()))
                .isInstanceOf(RenewalOutcome.Unsuitable.class);
    }

    @Test
    void xmlsec1BelievesWhatWasRenewed(@TempDir Path folder) throws Exception {
        OutsideTool xmlsec1 = OutsideTool.of("xmlsec1", folder);
        Content signed = signed(SignatureFormat.XADES_ENVELOPED, SigningWorld.XML);
        RenewalOutcome.Renewed renewed = (RenewalOutcome.Renewed)
                world.renewer(second.url(), USUAL).extend(SignatureFormat.XADES_ENVELOPED, signed, List.of());
        Files.write(folder.resolve("renewed.xml"), renewed.bytes());
        xmlsec1.run("--verify", "--trusted-pem", SigningWorld.ROOT, "renewed.xml")
                .succeeds();
    }

    private static Content signed(SignatureFormat format, Content content) {
        SigningOutcome outcome = world.signer(world.settings(first.url(), SigningWorld.ROOT))
                .sign(SigningRequest.of("agency", format, SignatureLevel.T, content));
        return new Content(content.name(), ((SigningOutcome.Signed) outcome).bytes());
    }
}
