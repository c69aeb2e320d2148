package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.TEXT;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.internal.Engine;

/** Who revokes is asked once for many documents, and may be away for a while. */
class HeldRevocationTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    private static Content document;

    private final AtomicLong nanos = new AtomicLong();
    private final Engine engine = new Engine(world.settings(), new Monotonic(nanos));
    private final Verifier verifier = new Verifier(engine);

    @BeforeAll
    static void sign() {
        document = world.signed("agency", SignatureFormat.CADES_ENVELOPING, SignatureLevel.T, TEXT);
    }

    @Test
    void isAskedOnceForManyDocuments() throws Exception {
        assertThat(passes()).isTrue();
        long asked = calls();
        assertThat(passes()).isTrue();
        assertThat(passes()).isTrue();
        assertThat(calls()).isEqualTo(asked);
    }

    @Test
    void isAskedAgain_whenTheAnswersTimeIsOver_andRevocationIsNoticedThen() {
        assertThat(passes()).isTrue();
        world.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
        assertThat(passes()).isTrue();
        world.clock.advance(Duration.ofMinutes(61));
        assertThat(passes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "error", "garbage", "delay"})
    void goesOnWithTheLastAnswer_forTheSettledTimeAndNoLonger(String mode) {
        assertThat(passes()).isTrue();
        world.set("ocsp", "faults", "{\"mode\":\"" + mode + "\",\"delayMs\":60000}");
        world.clock.advance(Duration.ofHours(4));
        assertThat(passes()).isTrue();
        world.clock.advance(Duration.ofHours(2));
        assertThat(passes()).isFalse();
    }

    @Test
    void goesOnWithTheLastAnswer_whenSomebodyElseAnswers() {
        assertThat(passes()).isTrue();
        world.set("ocsp", "behaviour", "{\"answer\":\"unsigned-by-us\"}");
        world.clock.advance(Duration.ofMinutes(90));
        assertThat(passes()).isTrue();
    }

    @Test
    void holdsNothingThatSomebodyElseSaid() {
        world.set("ocsp", "faults", "{\"mode\":\"error\",\"service\":\"list\"}");
        world.set("ocsp", "behaviour", "{\"answer\":\"unsigned-by-us\"}");
        assertThat(passes()).isFalse();
        world.set("ocsp", "faults", "{\"mode\":\"none\"}");
        world.set("ocsp", "behaviour", "{}");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(passes()).isTrue();
    }

    @Test
    void isLeftAloneForAMoment_whenItDidNotAnswer_andThenCatchesUp() throws Exception {
        world.set("ocsp", "faults", "{\"mode\":\"error\"}");
        assertThat(passes()).isFalse();
        long asked = calls();
        assertThat(passes()).isFalse();
        assertThat(calls()).isEqualTo(asked);

        world.set("ocsp", "faults", "{\"mode\":\"none\"}");
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(passes()).isTrue();
    }

    @Test
    void isAskedAnew_forWhatIsPutIntoASignature() throws Exception {
        Signer signer = new Signer(engine);
        SigningRequest request = SigningRequest.of("agency", SignatureFormat.CADES_ENVELOPING, SignatureLevel.LT, TEXT);
        assertThat(signer.sign(request)).isInstanceOf(SigningOutcome.Signed.class);
        long asked = calls();
        assertThat(signer.sign(request)).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(calls()).isGreaterThan(asked);
    }

    private boolean passes() {
        return verifier.verify(document) instanceof Verification.Judged judged && judged.passed();
    }

    private static long calls() throws IOException {
        try (InputStream stats =
                URI.create(world.url() + "/__sim/ocsp/stats").toURL().openStream()) {
            return new ObjectMapper().readTree(stats).path("calls").asLong(-1);
        }
    }

    /** The world's time, with a monotonic reading that a test may move. */
    private record Monotonic(AtomicLong moved) implements GatewayClock {
        @Override
        public Instant now() {
            return world.clock.now();
        }

        @Override
        public Duration offset() {
            return world.clock.offset();
        }

        @Override
        public long monotonicNanos() {
            return world.clock.monotonicNanos() + moved.get();
        }
    }
}
