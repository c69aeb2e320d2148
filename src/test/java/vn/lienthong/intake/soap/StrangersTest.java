package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.AddressPace;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

class StrangersTest {
    private final Strangers strangers = new Strangers(new AddressPace.Maker(new Still(), new SimpleMeterRegistry()));

    private static final class Still implements GatewayClock {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Duration offset() {
            return Duration.ZERO;
        }

        @Override
        public long monotonicNanos() {
            return 0;
        }
    }

    @Test
    void refusesAnAddressUnread_onceTooManyOfItsMessagesLedToNobody() {
        for (int i = 0; i < Strangers.PER_MINUTE; i++) {
            assertThatThrownBy(() -> strangers.known("203.0.113.7", () -> {
                        throw SoapProblems.unreadable();
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(400));
        }

        assertThatThrownBy(() -> strangers.known("203.0.113.7", () -> {
                    throw new AssertionError("it was read");
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
        assertThat(strangers.known("203.0.113.8", () -> "another")).isEqualTo("another");
    }

    @Test
    void takesNothingFromWhomWeKnow() {
        for (int i = 0; i < 2 * Strangers.PER_MINUTE; i++) {
            assertThat(strangers.known("203.0.113.9", () -> "known")).isEqualTo("known");
        }
    }
}
