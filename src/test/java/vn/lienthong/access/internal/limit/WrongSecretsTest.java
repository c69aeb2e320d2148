package vn.lienthong.access.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.lienthong.access.LimitProperties;
import vn.lienthong.access.WrongSecretLimits;
import vn.lienthong.kernel.ProblemException;

@ExtendWith(OutputCaptureExtension.class)
class WrongSecretsTest {
    private static final String HERE = "10.0.0.1";
    private static final String THERE = "10.0.0.2";

    private final MovedClock clock = new MovedClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WrongSecrets tries =
            new WrongSecrets(new LimitProperties(1, 1, Map.of(), new WrongSecretLimits(6, 3, 60, 5)), clock, registry);

    @Test
    void opensAfterTheTime_forOneTryMore() {
        wrong("a", HERE, 3);
        assertThat(mayTry("a", HERE)).isFalse();
        clock.pass(Duration.ofSeconds(10));
        assertThat(mayTry("a", HERE)).isTrue();
        assertThat(mayTry("a", HERE)).isFalse();
    }

    @Test
    void holdsNobodyElseBack() {
        wrong("a", HERE, 3);
        assertThat(mayTry("a", HERE)).isFalse();
        assertThat(mayTry("b", HERE)).isTrue();
        assertThat(mayTry("a", THERE)).isTrue();
    }

    @Test
    void costsNothing_whenTheSecretIsRightOrCannotBeJudged() {
        for (int time = 0; time < 100; time++) {
            assertThat(mayTry("a", HERE)).isTrue();
            tries.right("a", HERE);
            assertThat(mayTry("b", HERE)).isTrue();
            tries.undecided("b", HERE);
        }
    }

    @Test
    void countsAnAddress_whateverNamesItTries() {
        for (int name = 0; name < 5; name++) {
            assertThat(mayTry("user" + name, HERE)).isTrue();
        }
        assertThat(mayTry("another", HERE)).isFalse();
        assertThat(mayTry("another", THERE)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(mayTry("another", HERE)).isTrue();
    }

    @Test
    void letsInWhoWasRightHereBefore_whateverIsGuessedBeside() {
        assertThat(mayTry("known", HERE)).isTrue();
        tries.right("known", HERE);
        for (int name = 0; name < 5; name++) {
            assertThat(mayTry("user" + name, HERE)).isTrue();
        }
        assertThat(mayTry("stranger", HERE)).isFalse();
        assertThat(mayTry("known", HERE)).isTrue();
        assertThat(mayTry("known", HERE)).isTrue();
        assertThat(mayTry("known", HERE)).isTrue();
        assertThat(mayTry("known", HERE)).as("its own limit holds").isFalse();
    }

    @Test
    void takesATryOnlyOnce_whenTheAddressIsClosed() {
        wrong("a", HERE, 3);
        wrong("b", HERE, 2);
        for (int time = 0; time < 10; time++) {
            assertThat(mayTry("c", HERE)).isFalse();
        }
        clock.pass(Duration.ofSeconds(5));
        assertThat(mayTry("c", HERE)).isTrue();
        assertThat(mayTry("c", HERE)).isTrue();
        assertThat(mayTry("c", HERE)).isTrue();
    }

    @Test
    void takesAWholeSubscriberOfIpv6_asOneAddress() {
        for (int host = 0; host < 5; host++) {
            assertThat(mayTry("user" + host, "2001:db8:1:2::" + host)).isTrue();
        }
        assertThat(mayTry("x", "2001:db8:1:2:ffff::1")).isFalse();
        assertThat(mayTry("x", "2001:db8:1:3::1")).isTrue();
        assertThat(AddressKey.of("fe80::1%eth0")).isNotEmpty();
    }

    @Test
    void keepsAThousandGuessesAtOnce_toTheFirstFew() throws Exception {
        Callable<Boolean> guess = () -> mayTry("a", HERE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads
                            .invokeAll(IntStream.range(0, 1000)
                                    .mapToObj(n -> guess)
                                    .toList())
                            .stream()
                            .filter(Future::resultNow))
                    .hasSize(3);
        }
    }

    @Test
    void forgetsTheLongestUnused_whenStrangersComeInCrowds() {
        for (int n = 0; n < 25_000; n++) {
            mayTry("x".repeat(500) + n, "10." + n / 65536 + "." + n / 256 % 256 + "." + n % 256);
        }
        assertThat(tries.size()).isEqualTo(10_000);
    }

    @Test
    void saysSoOncePerAddressAndMinute_withoutTheNameGiven(CapturedOutput log) {
        wrong("evil\nname", HERE, 3);
        for (int time = 0; time < 20; time++) {
            assertThat(mayTry("evil\nname", HERE)).isFalse();
        }
        assertThat(log.getOut().lines().filter(line -> line.contains(HERE))).hasSize(1);
        assertThat(log.getOut()).doesNotContain("evil");
        assertThat(registry.counter("lienthong.access.wrong.secrets").count()).isEqualTo(20);
    }

    private void wrong(String user, String address, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(mayTry(user, address)).isTrue();
        }
    }

    private boolean mayTry(String user, String address) {
        try {
            tries.begin(user, address);
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo("ACCESS-WRONG-SECRETS");
            assertThat(refused.retryAfter()).isPositive();
            return false;
        }
    }
}
