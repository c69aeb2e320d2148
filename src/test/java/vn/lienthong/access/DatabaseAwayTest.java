package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.bearer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.lienthong.access.HttpDriver.Answer;

@AccessHttpTest
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=500")
@DirtiesContext
class DatabaseAwayTest {
    private final HttpDriver http;

    DatabaseAwayTest(@LocalServerPort int port) {
        this.http = new HttpDriver(port);
    }

    @Test
    void goesOnWithTokens_andTellsPeopleToWait(@Autowired Environment environment) {
        String token = http.token("ops");
        HttpDriver person = new HttpDriver(http.port());
        person.signIn("lead", "lead");
        takeAway(environment);

        assertThat(http.get("/v1/probe", "Authorization", bearer(token)).status())
                .isEqualTo(200);
        assertThat(http.tokenAnswer("ops", "sandbox-ops").status()).isEqualTo(200);
        Answer script = person.get("/v1/session");
        assertThat(script.status()).isEqualTo(503);
        assertThat(script.code()).isEqualTo("DATABASE-UNREACHABLE");
        assertThat(script.header("Retry-After")).isEqualTo("5");
        Answer page = person.get("/desk", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("DATABASE-UNREACHABLE").doesNotContain("Exception");
        assertThat(person.get("/login", "Accept", "text/html").status()).isIn(200, 503);
    }

    private static void takeAway(Environment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String name = url.substring(url.lastIndexOf('/') + 1);
        JdbcClient other = JdbcClient.create(new DriverManagerDataSource(
                url.substring(0, url.lastIndexOf('/') + 1) + "lienthong",
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password")));
        other.sql("alter database " + name + " with allow_connections false").update();
        other.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query()
                .listOfRows();
    }
}
