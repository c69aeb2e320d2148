package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.HttpDouble;

/** What one caller or a slow gateway does never closes the register for all, and no question outlasts its time. */
class BreakerTest {
    private static final String[] BREAKER = {"population.breaker.calls=4", "population.breaker.least=2"};

    @Test
    void countsNoQuestionThatCouldNotBeWritten() {
        try (HttpDouble partner = answering();
                RegisterWorld world = new RegisterWorld(partner.url(), BREAKER)) {
            for (int i = 0; i < 4; i++) {
                assertThat(trouble(world.register.ask(question(UUID.randomUUID(), "\u0001"), RegisterWorld.LEFT)))
                        .isEqualTo(Trouble.REGISTER_NOT_ASKED);
            }

            assertThat(partner.requests()).isEmpty();
            assertThat(world.ask()).isInstanceOf(RegisterAnswer.NotHeld.class);
        }
    }

    @Test
    void givesTheOnlyTrialBack_whenItFailsOnOurSide() {
        try (HttpDouble partner = answering();
                RegisterWorld world = new RegisterWorld(partner.url(), BREAKER)) {
            CircuitBreaker breaker = world.partners.breaker(PopulationRegister.PARTNER);
            breaker.transitionToOpenState();
            breaker.transitionToHalfOpenState();

            assertThatThrownBy(() -> world.register.ask(question(null, "066080000099"), RegisterWorld.LEFT))
                    .isInstanceOf(NullPointerException.class);

            assertThat(world.ask()).isInstanceOf(RegisterAnswer.NotHeld.class);
            assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void asksNothing_andBlamesNobody_whenNoTimeIsLeft() {
        try (HttpDouble partner = answering();
                RegisterWorld world = new RegisterWorld(partner.url(), BREAKER)) {
            for (Duration left : new Duration[] {Duration.ZERO, Duration.ZERO, Duration.ofMillis(150)}) {
                assertThat(trouble(world.register.ask(question(UUID.randomUUID(), "1"), left)))
                        .isEqualTo(Trouble.REGISTER_BUSY);
            }

            assertThat(partner.requests()).isEmpty();
            assertThat(world.ask()).isInstanceOf(RegisterAnswer.NotHeld.class);
        }
    }

    @Test
    void hasOneEndForSigningInAndAsking() {
        CountDownLatch never = new CountDownLatch(1);
        try (HttpDouble partner = new HttpDouble((request, wire) -> {
                    if (request.path().equals("/token")) {
                        passes(never, 900);
                        wire.json("{\"access_token\":\"t\",\"expires_in\":3600}");
                    } else {
                        wire.answer("200 OK", "", Envelopes.of("").getBytes(StandardCharsets.UTF_8));
                    }
                });
                RegisterWorld world = new RegisterWorld(
                        partner.url(),
                        "population.read-timeout=1s",
                        "door.scheme=LGSP",
                        "door.user=can-bo",
                        "door.secret.value=k",
                        "door.path=/tra-cuu")) {
            assertThat(trouble(world.ask())).isIn(Trouble.REGISTER_SLOW, Trouble.REGISTER_SIGN_IN);

            assertThat(partner.requests("/tra-cuu")).isEmpty();
        }
    }

    private static Question question(@Nullable UUID id, String officer) {
        Question usual = RegisterWorld.question(Operation.LOOK_UP, "066090000011", "Nguyễn Văn Mẫu", "1990-01-31");
        return new Question(
                id,
                usual.operation(),
                usual.procedureCode(),
                usual.dossierNumber(),
                officer,
                usual.agency(),
                usual.person());
    }

    private static HttpDouble answering() {
        return new HttpDouble(
                (request, wire) -> wire.answer("200 OK", "", Envelopes.of("").getBytes(StandardCharsets.UTF_8)));
    }

    private static Trouble trouble(RegisterAnswer answer) {
        return ((RegisterAnswer.Untold) answer).trouble();
    }

    private static void passes(CountDownLatch never, long millis) {
        try {
            assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
