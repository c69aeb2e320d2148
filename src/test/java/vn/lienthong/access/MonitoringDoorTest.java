package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.bearer;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.lienthong.access.HttpDriver.Answer;

/** What a stranger, a system and the monitoring get to see of the gateway's own figures. */
class MonitoringDoorTest {
    private static final String FIGURES = "/actuator/prometheus";

    /** As in production, with every address of the framework switched on behind the door. */
    @Nested
    @AccessHttpTest
    @AutoConfigureObservability(tracing = false)
    @TestPropertySource(
            properties = {
                "lienthong.access.open-metrics=false",
                "management.endpoints.web.exposure.include=*",
                "management.endpoint.shutdown.access=unrestricted",
                // no data folder is here to be looked at
                "management.health.diskspace.enabled=false"
            })
    class WhereFiguresAreClosed {
        private final HttpDriver http;

        WhereFiguresAreClosed(@LocalServerPort int port) {
            this.http = new HttpDriver(port);
        }

        @Test
        void asksAStrangerForAToken() {
            Answer answer = http.get(FIGURES);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.body()).doesNotContain("jvm_");
        }

        @ParameterizedTest
        @ValueSource(strings = {"H15.24133", "vnpost", "auditor"})
        void refusesASystemWithoutTheScope(String client) {
            Answer answer = http.get(FIGURES, "Authorization", bearer(http.token(client)));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("jvm_");
        }

        @Test
        void showsFigures_toWhoReadsForTheOperators() {
            Answer answer = http.get(FIGURES, "Authorization", bearer(http.token("ops")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("jvm_memory_used_bytes");
        }

        @Test
        void refusesABrokenToken() {
            assertThat(http.get(FIGURES, "Authorization", bearer("x.y.z")).status())
                    .isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/actuator",
                    "/actuator/",
                    "/actuator/env",
                    "/actuator/beans",
                    "/actuator/configprops",
                    "/actuator/heapdump",
                    "/actuator/threaddump",
                    "/actuator/loggers",
                    "/actuator/mappings",
                    "/actuator/metrics",
                    "/actuator/info",
                    "/actuator/prometheus/",
                    "/actuator/nothing"
                })
        void deniesEveryOtherAddress_evenToTheOperators(String address) {
            assertThat(http.get(address).status()).isEqualTo(401);
            assertThat(http.get(address, "Authorization", bearer(http.token("ops")))
                            .status())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/shutdown", "/actuator/prometheus", "/actuator/health", "/actuator/loggers"})
        void deniesEveryWrite(String address) {
            Answer answer = http.post(
                    address, "{}", "Content-Type", "application/json", "Authorization", bearer(http.token("ops")));

            assertThat(answer.status()).isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
        void tellsAnyoneWhetherItLives_andNothingMore(String address) {
            Answer answer = http.get(address);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asText()).isEqualTo("UP");
            assertThat(answer.json().has("components")).isFalse();
        }
    }

    @Nested
    @AccessHttpTest
    @AutoConfigureObservability(tracing = false)
    class InTheSandbox {
        private final HttpDriver http;

        InTheSandbox(@LocalServerPort int port) {
            this.http = new HttpDriver(port);
        }

        @Test
        void showsFiguresToAnyone() {
            Answer answer = http.get(FIGURES);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("jvm_memory_used_bytes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/info", "/actuator/env", "/actuator"})
        void deniesEveryOtherAddress(String address) {
            assertThat(http.get(address).status()).isEqualTo(401);
        }
    }
}
