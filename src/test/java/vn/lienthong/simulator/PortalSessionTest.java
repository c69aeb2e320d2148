package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a login at the portal's twin is good for. */
class PortalSessionTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    @Test
    void endsTheFirstSession_whenTheAccountSignsInAgain() {
        Caller first = twins.caller().signedIn("H99");
        Caller other = twins.caller().signedIn("H15");
        Caller second = twins.caller().signedIn("H99");

        assertThat(code(first)).isEqualTo("-2");
        assertThat(code(second)).isEqualTo("0");
        assertThat(code(other)).isEqualTo("0");
    }

    @Test
    void endsASession_whenItsTimeIsOver() {
        Caller caller = twins.caller().signedIn();
        twins.clock.pass(Duration.ofMinutes(29));
        assertThat(code(caller)).isEqualTo("0");
        twins.clock.pass(Duration.ofMinutes(1));
        JsonNode reply = caller.service(caller.call("LayDanhSachTTHC"));
        assertThat(reply.path("error_code").asText()).isEqualTo("-2");
        assertThat(reply.path("message").asText()).isEqualTo("Phiên làm việc hết hạn");
        assertThat(code(caller.signedIn())).isEqualTo("0");
    }

    @Test
    void shortensSessions_whenSetTo() {
        Caller caller = twins.caller().signedIn();
        caller.behaviour("{\"sessionSeconds\":5}");
        twins.clock.pass(Duration.ofSeconds(5));
        assertThat(code(caller)).isEqualTo("-2");
    }

    @Test
    void refusesACallWithoutOrWithAnInventedSession() {
        assertThat(code(twins.caller())).isEqualTo("-2");
        Caller caller = twins.caller();
        assertThat(caller.post("/portal/mapi/g", Map.of("service", "LayDanhSachTTHC"))
                        .path("error_code")
                        .asText())
                .isEqualTo("-2");
    }

    @Test
    void refusesALoginThatNamesNobody() {
        Caller caller = twins.caller();
        assertThat(caller.post("/portal/mapi/login", Map.of("password", "x"))
                        .path("error_code")
                        .asText())
                .isEqualTo("-1");
        assertThat(Caller.json(caller.send("POST", "/portal/mapi/login", "{").body())
                        .path("error_code")
                        .asText())
                .isEqualTo("-1");
    }

    @Test
    void keepsSessionsThroughARestart() {
        Caller caller = twins.caller().signedIn();
        twins.stop();
        twins.start();
        JsonNode reply = twins.caller().post("/portal/mapi/g", caller.call("LayDanhSachTTHC"));
        assertThat(reply.path("error_code").asText()).isEqualTo("0");
    }

    private static String code(Caller caller) {
        return caller.service(caller.call("LayDanhSachTTHC")).path("error_code").asText();
    }
}
