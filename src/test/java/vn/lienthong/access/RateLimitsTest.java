package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.lienthong.access.internal.limit.MovedClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.StartRefused;

@ExtendWith(OutputCaptureExtension.class)
class RateLimitsTest {
    private static final Caller WARD = TestAccess.agency("H15.24133");
    private static final Caller OTHER = TestAccess.agency("H15.02");

    private final MovedClock clock = new MovedClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RateLimits limits = limits(10, 5, Map.of());

    @Test
    void admitsTheBurst_thenWhatComesBackInTime() {
        for (int call = 0; call < 5; call++) {
            limits.admit(WARD, 1);
        }
        assertThat(wait(WARD, 1)).isEqualTo(Duration.ofMillis(100));

        clock.pass(Duration.ofMillis(99));
        assertThat(wait(WARD, 1)).isEqualTo(Duration.ofMillis(1));
        clock.pass(Duration.ofMillis(1));
        assertThat(wait(WARD, 1)).isNull();
        assertThat(wait(WARD, 1)).isNotNull();
    }

    @Test
    void savesUpNoMoreThanTheBurst() {
        clock.pass(Duration.ofDays(3));
        limits.admit(WARD, 5);
        assertThat(wait(WARD, 1)).isNotNull();
    }

    @Test
    void countsEachCallerForItself() {
        limits.admit(WARD, 5);
        assertThat(wait(WARD, 1)).isNotNull();
        assertThat(wait(OTHER, 5)).isNull();
    }

    @Test
    void takesABatchAsItsItems_wholeOrNotAtAll() {
        limits.admit(WARD, 2);
        assertThat(wait(WARD, 4)).isEqualTo(Duration.ofMillis(100));
        assertThat(wait(WARD, 3)).isNull();
    }

    @Test
    void letsABatchLargerThanTheBurstThrough_onceThatIsFull() {
        limits.admit(WARD, 1);
        assertThat(wait(WARD, 200)).isEqualTo(Duration.ofMillis(100));
        clock.pass(Duration.ofMillis(100));
        assertThat(wait(WARD, 200)).isNull();
        assertThat(wait(WARD, 1)).isNotNull();
    }

    @Test
    void givesAClientItsOwnLimit_andTheRestFromAll() {
        RateLimits own = limits(10, 5, Map.of("H15.02", new LimitProperties.Own(null, 7L)));
        assertThat(wait(own, OTHER, 7)).isNull();
        assertThat(wait(own, OTHER, 1)).isEqualTo(Duration.ofMillis(100));
        own.admit(WARD, 5);
        assertThat(wait(own, WARD, 1)).isNotNull();
    }

    @Test
    void refusesTheStart_whenALimitNamesNobody() {
        assertThatThrownBy(() -> limits(10, 5, Map.of("H15.20", new LimitProperties.Own(1.0, 1L))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("H15.20");
    }

    @Test
    void holdsPeopleBackToo() {
        Caller person = TestAccess.operator(OperatorRole.LEAD);
        limits.admit(person, 5);
        assertThat(wait(person, 1)).isNotNull();
    }

    @Test
    void tellsTheLimit_inBothLanguages() {
        limits.admit(WARD, 5);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limits.admit(WARD, 1));
        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.problem().code()).isEqualTo("ACCESS-TOO-FAST");
        assertThat(refused.problem().text().vi()).contains("10/giây");
        assertThat(refused.problem().text().en()).contains("10/s");
    }

    @Test
    void countsEachRefusal_andLogsOneAMinute(CapturedOutput log) {
        limits.admit(WARD, 5);
        for (int call = 0; call < 50; call++) {
            assertThat(wait(WARD, 5)).isNotNull();
        }
        assertThat(lines(log)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(61));
        limits.admit(WARD, 5);
        assertThat(wait(WARD, 1)).isNotNull();
        assertThat(lines(log)).isEqualTo(2);
        assertThat(registry.counter("lienthong.access.too.fast", "caller", "H15.24133")
                        .count())
                .isEqualTo(51);
    }

    @Test
    void admitsNoMoreThanTheBurst_ofManyAtOnce() throws Exception {
        RateLimits wide = limits(0.01, 1000, Map.of());
        Callable<Boolean> call = () -> wait(wide, WARD, 1) == null;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long admitted = threads
                    .invokeAll(IntStream.range(0, 3000).mapToObj(n -> call).toList())
                    .stream()
                    .filter(Future::resultNow)
                    .count();
            assertThat(admitted).isEqualTo(1000);
        }
    }

    private static long lines(CapturedOutput log) {
        return log.getOut().lines().filter(line -> line.contains("429")).count();
    }

    private @Nullable Duration wait(Caller caller, long calls) {
        return wait(limits, caller, calls);
    }

    private static @Nullable Duration wait(RateLimits limits, Caller caller, long calls) {
        try {
            limits.admit(caller, calls);
            return null;
        } catch (ProblemException refused) {
            return refused.retryAfter();
        }
    }

    private RateLimits limits(double perSecond, long burst, Map<String, LimitProperties.Own> own) {
        AccessProperties accounts = new AccessProperties(
                URI.create("http://localhost"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofDays(90),
                false,
                List.of(client("H15.24133"), client("H15.02")),
                List.of(new AccessProperties.Operator("lead", "L", OperatorRole.LEAD, "x", null, null)));
        LimitProperties settings = new LimitProperties(perSecond, burst, own, new WrongSecretLimits(10, 30, 60, 200));
        return new RateLimits(accounts, settings, clock, registry);
    }

    private static AccessProperties.Client client(String id) {
        return new AccessProperties.Client(id, id, id, Set.of(Scopes.DOSSIER_READ), null, "x", null, null, null);
    }
}
