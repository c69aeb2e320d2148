package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.basic;
import static vn.lienthong.access.HttpDriver.bearer;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.access.HttpDriver.Answer;

@AccessHttpTest
class TokenEndpointTest {
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");
    private final HttpDriver http;

    TokenEndpointTest(@LocalServerPort int port) {
        this.http = new HttpDriver(port);
    }

    @ParameterizedTest
    @CsvSource({
        "H15.24133,dossier.write dossier.read citizen.lookup result.write inbox.read",
        "H15.02,dossier.write dossier.read citizen.lookup result.write inbox.read",
        "vnpost,post.handover post.tracking inbox.read",
        "bhxh,insurance.ack inbox.read",
        "auditor,audit.read evidence.read",
        "ops,operator.read operator.act"
    })
    void givesEachSandboxClient_allItsScopes(String client, String scopes) {
        Answer answer = http.tokenAnswer(client, "sandbox-" + client);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asLong()).isBetween(3590L, 3600L);
        assertThat(answer.header("Cache-Control")).contains("no-store");

        Answer who = http.get(
                "/v1/probe",
                "Authorization",
                bearer(answer.json().path("access_token").asText()));
        assertThat(who.json().path("name").asText()).isEqualTo("client:" + client);
        assertThat(who.json().path("scopes"))
                .extracting(each -> each.asText())
                .containsExactlyInAnyOrderElementsOf(List.of(scopes.split(" ")));
        assertThat(http.cookies).isEmpty();
    }

    @Test
    void narrowsToTheScopesAskedFor() {
        Answer answer = http.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "dossier.read"),
                "Authorization",
                basic("H15.02", "sandbox-H15.02"));
        Answer write = http.post(
                "/v1/probe",
                "{\"number\":1}",
                "Content-Type",
                "application/json",
                "Authorization",
                bearer(answer.json().path("access_token").asText()));
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.code()).isEqualTo("ACCESS-SCOPE");
    }

    @Test
    void refusesAScopeTheClientWasNotGiven() {
        Answer answer = http.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "scope", "operator.act"),
                "Authorization",
                basic("H15.02", "sandbox-H15.02"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({"H15.24133,wrong", "H15.24133,sandbox-H15.02", "nobody,sandbox-nobody", "operator,operator"})
    void refusesAWrongSecretAndAStranger_alike(String client, String secret) {
        Answer answer = http.tokenAnswer(client, secret);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void refusesARequestWithoutCredentials() {
        Answer answer = http.form("/oauth2/token", GRANT);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void refusesASecretInTheBody() {
        Answer answer = http.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "ops", "client_secret", "sandbox-ops"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic !!!",
                "Basic",
                "Basic bm9jb2xvbg==",
                "Basic OnNlY3JldA==",
                "Basic SDE1LjAyOg==",
                "Nothing at all"
            })
    void refusesAnUnreadableHeader_inTheSameShape(String header) {
        Answer answer = http.form("/oauth2/token", GRANT, "Authorization", header);
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.json().path("error").asText()).isIn("invalid_request", "invalid_client");
    }

    @Test
    void refusesAnotherGrant() {
        Answer answer = http.form(
                "/oauth2/token", Map.of("grant_type", "password"), "Authorization", basic("ops", "sandbox-ops"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void refusesARequestWithoutGrant() {
        Answer answer = http.form("/oauth2/token", Map.of(), "Authorization", basic("ops", "sandbox-ops"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void refusesGet() {
        Answer answer = http.get("/oauth2/token", "Authorization", basic("ops", "sandbox-ops"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void publishesPublicKeysOnly() {
        Answer answer = http.get("/oauth2/jwks");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("keys").path(0).path("kty").asText()).isEqualTo("RSA");
        assertThat(answer.json().path("keys").path(0).has("d")).isFalse();
    }

    @Test
    void describesItself() {
        Answer answer = http.get("/.well-known/oauth-authorization-server");
        assertThat(answer.json().path("issuer").asText()).isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/device_authorization"})
    void keepsTheOtherEndpointsClosed(String path) {
        assertThat(http.form(path, GRANT, "Authorization", basic("ops", "sandbox-ops"))
                        .status())
                .isIn(401, 403, 404);
        assertThat(http.cookies).doesNotContainKey("lienthong-session");
    }
}
