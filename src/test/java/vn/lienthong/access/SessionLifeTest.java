package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.bearer;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.SettableClock;

/** How long a sign-in lasts, and where it is known. */
@AccessHttpTest
class SessionLifeTest {
    private static final String SESSION = "lienthong-session";
    private final HttpDriver http;
    private final JdbcClient jdbc;

    @Autowired
    SessionLifeTest(@LocalServerPort int port, JdbcClient jdbc) {
        this.http = new HttpDriver(port);
        this.jdbc = jdbc;
    }

    @Test
    void isKnownAtEveryNode(@Autowired Environment environment) {
        http.signIn("lead", "lead");
        try (var other = new SpringApplicationBuilder(AccessWorld.class)
                .profiles("sandbox")
                .run(
                        "--server.port=0",
                        "--lienthong.data=target/other-node",
                        "--management.endpoint.health.validate-group-membership=false",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"))) {
            HttpDriver there =
                    new HttpDriver(other.getEnvironment().getProperty("local.server.port", Integer.class, 0));
            there.cookies.put(SESSION, http.cookies.get(SESSION));
            assertThat(there.get("/v1/session").json().path("id").asText()).isEqualTo("lead");
            String token = http.token("ops");
            assertThat(there.get("/v1/probe", "Authorization", bearer(token)).status())
                    .isEqualTo(200);
            String page =
                    http.get("/v1/session").json().path("csrf").path("token").asText();
            Answer out = there.form("/logout", Map.of("_csrf", page));
            assertThat(out.header("Location")).isEqualTo("/login?logout");
            assertThat(http.get("/v1/session").status()).isEqualTo(401);
        }
    }

    @Test
    void endsTheSession_atSignOut() {
        http.signIn("lead", "lead");
        String id = http.cookies.get(SESSION);
        String token = http.get("/v1/session").json().path("csrf").path("token").asText();
        Answer out = http.form("/logout", Map.of("_csrf", token));
        assertThat(out.header("Location")).isEqualTo("/login?logout");
        assertThat(http.cookies).doesNotContainKey(SESSION);
        http.cookies.put(SESSION, id);
        assertThat(http.get("/v1/session").status()).isEqualTo(401);
        assertThat(jdbc.sql("select act from audit where who = 'operator:lead'")
                        .query(String.class)
                        .list())
                .contains("SIGN-IN", "SIGN-OUT");
    }

    @Test
    void endsASignInAfterAShift_howeverBusyItIs(@Autowired SettableClock clock) {
        http.signIn("lead", "lead");
        clock.advance(Duration.ofHours(12).minusMinutes(1));
        assertThat(http.get("/v1/session").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(http.get("/v1/session").status()).isEqualTo(401);
        clock.reset();
    }
}
