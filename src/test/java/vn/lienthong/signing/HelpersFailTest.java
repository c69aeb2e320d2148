package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.ROOT;
import static vn.lienthong.signing.SigningWorld.TEXT;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signing.SignatureVerdict.Indication;
import vn.lienthong.simulator.authority.SampleAuthority;
import vn.lienthong.testing.HttpDouble;

/** What is answered when a time-stamp or a revocation answer cannot be had, or not be believed. */
class HelpersFailTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @Nested
    class TimeStamps {
        @ParameterizedTest
        @ValueSource(strings = {"error", "reset-before", "throttle", "down", "garbage", "truncated", "wrong-encoding"})
        void areMissed_whenTheAuthorityIsOutOfOrder(String mode) {
            world.set("tsa", "faults", "{\"mode\":\"" + mode + "\"}");
            assertThat(why()).contains("/tsa", "usable");
        }

        @ParameterizedTest
        @ValueSource(strings = {"delay", "slow-drip"})
        void areNotWaitedForLongerThanSet(String mode) {
            world.set("tsa", "faults", "{\"mode\":\"" + mode + "\",\"delayMs\":60000}");
            long begun = world.clock.monotonicNanos();
            assertThat(why()).contains("did not answer within 3000 ms");
            assertThat(Duration.ofNanos(world.clock.monotonicNanos() - begun)).isLessThan(Duration.ofSeconds(20));
        }

        @ParameterizedTest
        @CsvSource({"refused,usable", "other-data,usable", "other-nonce,usable"})
        void areNotTaken_whenTheyDoNotAnswerTheQuestion(String answer, String word) {
            world.set("tsa", "behaviour", "{\"answer\":\"" + answer + "\"}");
            assertThat(why()).contains(word);
        }

        @ParameterizedTest
        @ValueSource(ints = {-600, 600})
        void areNotTaken_whenTheAuthoritysClockIsOff(int seconds) {
            world.set("tsa", "behaviour", "{\"clockSeconds\":" + seconds + "}");
            assertThat(why()).contains("clock that differs");
        }

        @Test
        void areNotTaken_whenNobodyWeBelieveVouchesForThem(@TempDir Path folder) {
            SampleAuthority.make(folder, SampleAuthority.ADDRESS, Clock.systemUTC());
            String stranger = folder.resolve("root.pem").toString();
            assertThat(why(world.settings(world.url() + "/tsa", stranger))).contains("cannot be believed");
            assertThat(why(world.settings(world.url() + "/tsa"))).contains("trust list is empty");
        }

        @Test
        void areMissed_whenNobodyListensOrNoAddressIsSet() {
            assertThat(why(world.settings(HttpDouble.nobody() + "/tsa", ROOT))).contains("usable");
            assertThat(why(world.settings("", ROOT))).contains("time-stamps.url");
        }

        @Test
        void areNotNeeded_forASignatureWithoutOne() {
            world.set("tsa", "faults", "{\"mode\":\"down\"}");
            world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.B, TEXT);
        }

        private String why() {
            return why(world.settings());
        }

        private String why(SigningProperties settings) {
            SigningOutcome outcome = world.signer(settings)
                    .sign(SigningRequest.of("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT));
            assertThat(outcome).isInstanceOf(SigningOutcome.NoTimeStamp.class);
            return ((SigningOutcome.NoTimeStamp) outcome).why().en();
        }
    }

    @Nested
    class Revocation {
        private Content signed(SignatureLevel level) {
            return world.signed("agency", SignatureFormat.CADES_ENVELOPING, level, TEXT);
        }

        @Test
        void leavesTheVerdictOpen_whenItCannotBeAsked_butNotWhereTheAnswersAreInside() {
            Content plain = signed(SignatureLevel.T);
            Content complete = signed(SignatureLevel.LT);
            world.set("ocsp", "faults", "{\"mode\":\"down\"}");

            SignatureVerdict verdict = world.verdict(plain);
            assertThat(verdict.indication()).isEqualTo(Indication.INDETERMINATE);
            assertThat(verdict.subIndication()).isIn("CERTIFICATE_CHAIN_GENERAL_FAILURE", "TRY_LATER");
            assertThat(world.verdict(complete).passed()).isTrue();
        }

        @Test
        void isNotBelieved_whenSomebodyElseSignedIt_norUnknown() {
            Content plain = signed(SignatureLevel.T);
            // lists are asked when answers are missing: they must be away too
            world.set("ocsp", "faults", "{\"mode\":\"error\",\"service\":\"list\"}");
            for (String answer : new String[] {"unsigned-by-us", "unknown", "try-later"}) {
                world.set("ocsp", "behaviour", "{\"answer\":\"" + answer + "\"}");
                assertThat(world.verdict(plain).passed()).as(answer).isFalse();
            }
        }

        @Test
        void isReadFromTheList_whenTheResponderIsDown() {
            Content plain = signed(SignatureLevel.T);
            world.set("ocsp", "faults", "{\"mode\":\"error\",\"service\":\"status\"}");
            assertThat(world.verdict(plain).passed()).isTrue();
        }

        @Test
        void spoilsWhatWasSignedAfterIt_andNotWhatWasStampedBefore() {
            Content stamped = signed(SignatureLevel.T);
            world.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
            SignatureVerdict after = world.verdict(stamped);
            assertThat(after.passed()).isFalse();
            assertThat(after.findings()).extracting(Finding::code).contains("BBB_XCV_ISCR_ANS");

            world.clock.advance(Duration.ofDays(2));
            world.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"clockSeconds\":172800}");
            assertThat(world.verdict(stamped).passed()).isTrue();
        }

        @Test
        void keepsLevelLtFromBeingReached_whenItCannotBeAsked() {
            world.set("ocsp", "faults", "{\"mode\":\"down\"}");
            assertThat(world.signer()
                            .sign(SigningRequest.of("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.LT, TEXT)))
                    .isInstanceOf(SigningOutcome.NoRevocationData.class);
        }
    }
}
