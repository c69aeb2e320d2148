package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.lienthong.simulator.Samples.dossier;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way the portal's twin can be made to misbehave, and whether it takes effect all the same. */
class FaultsTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    private HttpResponse<byte[]> create() throws IOException {
        var body = caller.call("DongBoHoSoMC").put("isUpdating", "False");
        body.putArray("data").add(dossier());
        return caller.raw("POST", "/portal/mapi/g", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private int dossiers() {
        return caller.stats().path("dossiers").intValue();
    }

    @Test
    void failsWithoutEffect_onError() throws IOException {
        caller.fault("{\"mode\":\"error\"}");
        assertThat(create().statusCode()).isEqualTo(500);
        assertThat(dossiers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-before", "down"})
    void breaksTheConnectionWithoutEffect_whenDown(String mode) {
        caller.fault("{\"mode\":\"" + mode + "\"}");
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(dossiers()).isZero();
    }

    @Test
    void saysWhenToComeAgain_onThrottle() throws IOException {
        caller.fault("{\"mode\":\"throttle\",\"retryAfter\":7}");
        HttpResponse<byte[]> reply = create();
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(dossiers()).isZero();
    }

    @Test
    void endsTheSessionForGood_onSessionExpired() throws IOException {
        caller.fault("{\"mode\":\"session-expired\"}");
        assertThat(Caller.json(create().body()).path("error_code").asText()).isEqualTo("-2");
        caller.fault("{\"mode\":\"none\"}");
        assertThat(Caller.json(create().body()).path("error_code").asText()).isEqualTo("-2");
        caller.signedIn();
        assertThat(Caller.json(create().body()).path("error_code").asText()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay", "slow-drip"})
    void takesEffectAtOnceAndAnswersLate(String mode) throws Exception {
        caller.fault("{\"mode\":\"" + mode + "\",\"delayMs\":1200}");
        long start = System.nanoTime();
        Thread call = Thread.ofVirtual().start(() -> {
            try {
                create();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
        await().pollInterval(Duration.ofMillis(5)).until(() -> dossiers() == 1);
        assertThat(call.isAlive()).isTrue();
        call.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1150));
    }

    @Test
    void losesTheAnswer_onResetAfter() {
        caller.fault("{\"mode\":\"reset-after\"}");
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(dossiers()).isEqualTo(1);
    }

    @Test
    void answersNonsense_onGarbage() throws IOException {
        caller.fault("{\"mode\":\"garbage\"}");
        HttpResponse<byte[]> reply = create();
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Caller.json(reply.body())).hasRootCauseInstanceOf(IOException.class);
        assertThat(dossiers()).isEqualTo(1);
    }

    @Test
    void stopsHalfWay_onTruncated() {
        caller.fault("{\"mode\":\"truncated\"}");
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(dossiers()).isEqualTo(1);
    }

    @Test
    void writesWhatIsNotUtf8_onWrongEncoding() throws IOException {
        caller.fault("{\"mode\":\"wrong-encoding\"}");
        HttpResponse<byte[]> reply = create();
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).contains("UTF-8");
        assertThatThrownBy(() -> Caller.json(reply.body())).hasRootCauseInstanceOf(IOException.class);
        assertThat(dossiers()).isEqualTo(1);
    }

    @Test
    void breaksTheConnectionFirstAndTakesEffectLater_onLateEffect() {
        caller.fault("{\"mode\":\"late-effect\",\"delayMs\":1000}");
        long start = System.nanoTime();
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(dossiers()).isZero();
        await().pollInterval(Duration.ofMillis(5)).until(() -> dossiers() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void takesTheLateEffect_evenWhenTheSessionHasEndedMeanwhile() {
        caller.fault("{\"mode\":\"late-effect\",\"delayMs\":600,\"service\":\"DongBoHoSoMC\"}");
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        caller.signedIn();
        await().until(() -> dossiers() == 1);
    }

    @Test
    void hitsOneServiceOnly_whenAsked() throws IOException {
        caller.fault("{\"mode\":\"error\",\"service\":\"TraCuuHoSo\"}");
        assertThat(create().statusCode()).isEqualTo(200);
        assertThat(caller.send(
                                "POST",
                                "/portal/mapi/g",
                                caller.call("TraCuuHoSo").toString())
                        .statusCode())
                .isEqualTo(500);
        caller.fault("{\"mode\":\"error\",\"service\":\"login\"}");
        assertThat(caller.send("POST", "/portal/mapi/login", "{}").statusCode()).isEqualTo(500);
    }

    @Test
    void hitsAShareOfTheCalls() {
        caller.fault("{\"mode\":\"error\",\"rate\":0.5}");
        long hit = IntStream.range(0, 200)
                .filter(i -> caller.send("POST", "/portal/mapi/login", "{}").statusCode() == 500)
                .count();
        assertThat(hit).isBetween(50L, 150L);
        assertThat(caller.stats().path("faulted").longValue()).isEqualTo(hit);
        caller.fault("{\"mode\":\"error\",\"rate\":0}");
        assertThat(caller.login("x").path("error_code").asText()).isEqualTo("0");
    }

    @Test
    void staysSetThroughARestart_untilNoneEndsIt() {
        caller.fault("{\"mode\":\"error\"}");
        twins.stop();
        twins.start();
        caller = twins.caller();
        assertThat(caller.send("POST", "/portal/mapi/login", "{}").statusCode()).isEqualTo(500);
        assertThat(caller.get("/__sim/portal/faults").path("mode").asText()).isEqualTo("error");
        caller.fault("{\"mode\":\"none\"}");
        assertThat(caller.login("x").path("error_code").asText()).isEqualTo("0");
    }
}
