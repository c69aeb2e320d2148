package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.LienthongApplication;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.Reply;

/** Limits as callers meet them. Nothing comes back in the time of a test, and each test has a client of its own. */
@SpringBootTest(
        classes = LienthongApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "lienthong.simulator.enabled=false",
            "lienthong.simulator.url=http://127.0.0.1:9",
            "lienthong.access.limits.per-second=0.01",
            "lienthong.access.limits.burst=8",
            "lienthong.access.limits.clients.[ops].burst=100",
            "lienthong.access.limits.wrong-secrets.per-minute=0.5",
            "lienthong.access.limits.wrong-secrets.burst=3",
            "lienthong.access.limits.wrong-secrets.address-per-minute=600"
        })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = CompatDatabase.class)
class RateLimitHttpTest {
    private static final String TOO_FAST = "ACCESS-TOO-FAST";

    private final String gateway;
    private final CompatCaller caller;

    RateLimitHttpTest(@LocalServerPort int port) {
        this.gateway = "http://127.0.0.1:" + port;
        this.caller = new CompatCaller(port);
    }

    @Test
    void refusesTheCallAfterTheBurst_withAProblem() {
        Client client = Client.of(gateway, "auditor");
        for (int call = 1; call < 8; call++) {
            client.get("/v1/session").expect(200);
        }
        Reply refused = client.get("/v1/session", "Accept-Language", "en").expect(429);
        assertThat(refused.code()).isEqualTo(TOO_FAST);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 100);
        assertThat(refused.json().path("title").asText()).isEqualTo("Too many requests");
        assertThat(client.get("/v1/session").json().path("detail").asText()).contains("giây");

        assertThat(Client.of(gateway, "ops").get("/v1/session").status())
                .as("others go on")
                .isEqualTo(200);
        Reply token = token("auditor", "sandbox-auditor");
        assertThat(token.status()).as("a token is a call too").isEqualTo(429);
        assertThat(token.json().path("error").asText()).isEqualTo("temporarily_unavailable");
        assertThat(Http.send("GET", gateway + "/v1/about", null).status())
                .as("nobody is not counted")
                .isEqualTo(200);
    }

    @Test
    void countsTheItemsOfABatch_andStoresNoneOfOneThatIsTooMany() {
        Client client = Client.of(gateway, "H15.02");
        assertThat(batch(client, 4).status()).isEqualTo(200); // five of eight are taken now
        Reply refused = batch(client, 4);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(TOO_FAST);
    }

    @Test
    void answersTheNationalProtocol_inItsOwnShape() {
        String session = caller.login("H15.24133");
        List<JsonNode> items = IntStream.range(0, 9)
                .<JsonNode>mapToObj(n -> CompatCaller.JSON.createObjectNode())
                .toList();
        var tooMany = caller.dossiers(session, "H15.24133", false, items);
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.code()).isEqualTo("-13");
        assertThat(tooMany.json().path("code").asText()).isEqualTo(TOO_FAST);
        assertThat(tooMany.raw().headers().firstValue("Retry-After")).isPresent();

        for (int call = 0; call < 8; call++) {
            caller.lookUp(session, "H15.24133", "H15.24133-260105-9001");
        }
        assertThat(caller.lookUp(session, "H15.24133", "H15.24133-260105-9001").status())
                .isEqualTo(429);
        assertThat(caller.login("H15.24133", "sandbox-H15.24133").status()).isEqualTo(429);
    }

    @Test
    void answersTheProxyForm_inItsOwnShape() {
        String token = caller.token("bhxh");
        CompatCaller.Answer answer = null;
        for (int call = 0; call < 8; call++) {
            answer =
                    caller.get("/compat/proxy/KetNoiMotCuaQuocGia/LayDanhSachTTHC", "Authorization", "Bearer " + token);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("-13");
        assertThat(answer.inner().path("code").asText()).isEqualTo(TOO_FAST);
    }

    @Test
    void comparesNoSecretAnyMore_afterTooManyWrongOnes() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(token("vnpost", "guess" + guess).status()).isEqualTo(401);
        }
        Reply refused = token("vnpost", "sandbox-vnpost");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.json().path("error_description").asText()).startsWith("ACCESS-WRONG-SECRETS");
        assertThat(token("%76npost", "sandbox-vnpost").status())
                .as("the same name, written otherwise")
                .isEqualTo(429);

        CompatCaller.Answer login = caller.login("vnpost", "sandbox-vnpost");
        assertThat(login.status()).as("the other door").isEqualTo(429);
        assertThat(login.code()).isEqualTo("-13");
        assertThat(login.json().path("code").asText()).isEqualTo("ACCESS-WRONG-SECRETS");
    }

    private Reply token(String client, String secret) {
        String pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Http.send(
                "POST",
                gateway + "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + pair);
    }

    private static Reply batch(Client client, int items) {
        return client.post(
                "/v1/dossiers:batch", "[" + "{},".repeat(items - 1) + "{}]", "Content-Type", "application/json");
    }
}
