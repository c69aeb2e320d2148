package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.TEXT;
import static vn.lienthong.signing.SigningWorld.XML;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.signing.SignatureVerdict.Indication;

/** What is signed is believed again, in every form, at every level, with both kinds of keys. */
class SignerTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    static Stream<Arguments> forms() {
        return Arrays.stream(SignatureFormat.values())
                .flatMap(format -> Arrays.stream(SignatureLevel.values())
                        .flatMap(level ->
                                Stream.of("agency", "agency-ec").map(key -> Arguments.of(format, level, key))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void makesWhatTheVerifierBelieves(SignatureFormat format, SignatureLevel level, String key) {
        Content content = SigningWorld.sample(format);
        Content signed = world.signed(key, format, level, content);
        SignatureVerdict verdict =
                format == SignatureFormat.CADES_DETACHED ? world.verdict(signed, content) : world.verdict(signed);

        assertThat(verdict.indication()).as("%s", verdict).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verdict.coversAll()).isTrue();
        assertThat(verdict.signer()).contains("phường Mẫu");
        assertThat(verdict.form()).endsWith("BASELINE-" + level);
        assertThat(verdict.stamped()).isEqualTo(level != SignatureLevel.B);
        assertThat(verdict.chain()).hasSize(3).last().matches(CertificateFact::trusted);
        assertThat(Duration.between(verdict.claimedAt(), world.clock.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void putsManyFilesIntoOneContainer() {
        Content container = world.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.T, TEXT, XML);
        assertThat(world.verdict(container).passed()).isTrue();
    }

    @Test
    void signsBesideAnotherSignature_withoutBreakingIt() {
        for (SignatureFormat format : List.of(SignatureFormat.PADES, SignatureFormat.XADES_ENVELOPED)) {
            Content first = world.signed("officer", format, SignatureLevel.T, SigningWorld.sample(format));
            Content both = world.signed("agency", format, SignatureLevel.T, first);

            Verification verification = world.verifier().verify(both);
            assertThat(verification).as("%s", format).isInstanceOf(Verification.Judged.class);
            Verification.Judged judged = (Verification.Judged) verification;
            assertThat(judged.signatures()).hasSize(2).allMatch(SignatureVerdict::passed);
            assertThat(judged.passed()).isTrue();
        }
    }

    @Test
    void refusesWhatCannotCarryTheSignature() {
        assertThat(List.of(
                        sign(SignatureFormat.PADES, TEXT),
                        sign(SignatureFormat.PADES, SigningWorld.content("x.pdf", "%PDF-1.7 and no more")),
                        sign(SignatureFormat.XADES_ENVELOPED, TEXT),
                        sign(SignatureFormat.CADES_DETACHED, TEXT, XML),
                        sign(SignatureFormat.ASIC_E)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(SigningOutcome.Unsuitable.class));
    }

    private static SigningOutcome sign(SignatureFormat format, Content... contents) {
        return world.signer().sign(new SigningRequest("agency", format, SignatureLevel.B, List.of(contents), null));
    }
}
