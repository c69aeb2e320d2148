package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.testing.TlsGateway.COLLEAGUE;
import static vn.lienthong.testing.TlsGateway.DEPARTMENT;
import static vn.lienthong.testing.TlsGateway.IMPOSTOR;
import static vn.lienthong.testing.TlsGateway.OVER;
import static vn.lienthong.testing.TlsGateway.WARD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import vn.lienthong.access.internal.token.TokenKeys;
import vn.lienthong.testing.MadeUpCertificates;
import vn.lienthong.testing.Reply;
import vn.lienthong.testing.TlsGateway;
import vn.lienthong.testing.TlsTest;

/** Clients that sign in with a certificate (RFC 8705), over real TLS. */
@TlsTest
class MutualTlsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TokenKeys keys;

    @Autowired
    private JwtDecoder decoder;

    @Test
    void bindsATokenToTheCertificateItWasGivenFor() throws Exception {
        String token = token(WARD, "H15.24133");

        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(WARD.der());
        assertThat(claims.path("cnf").path("x5t#S256").asText())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        assertThat(inbox(WARD, token).status()).isEqualTo(200);
        assertThat(inbox(null, token).expect(401).code()).isEqualTo("ACCESS-TOKEN-BOUND");
        assertThat(inbox(DEPARTMENT, token).expect(401).code()).isEqualTo("ACCESS-TOKEN-BOUND");
        assertThat(inbox(WARD, token).status()).isEqualTo(200);
    }

    @Test
    void knowsAClientByTheSubjectThatAnAuthorityGaveIt() {
        assertThat(inbox(DEPARTMENT, token(DEPARTMENT, "H15.02")).status()).isEqualTo(200);
        assertThat(ask(COLLEAGUE, "H15.02").expect(401).json().path("error").asText())
                .isEqualTo("invalid_client");
        assertThat(ask(IMPOSTOR, "H15.02").status()).isEqualTo(401);
    }

    @Test
    void givesNobodyTheTokenOfAnother() {
        assertThat(ask(WARD, "H15.02").status()).isEqualTo(401);
        assertThat(ask(WARD, "H99").status()).isEqualTo(401);
        assertThat(ask(null, "H15.24133").status()).isEqualTo(401);
        assertThat(ask(WARD, "nobody").status()).isEqualTo(401);
        assertThat(ask(WARD, "H15.24133&client_id=H15.02").status()).isEqualTo(400);
        assertThat(basic("H15.24133", "").status()).isEqualTo(400);
        assertThat(basic("H15.24133", "null").status()).isEqualTo(401);
    }

    @Test
    void leavesClientsWithASecretAsTheyWere() {
        String token = basic("H99", "sandbox-H99")
                .expect(200)
                .json()
                .path("access_token")
                .asText();

        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .doesNotContain("cnf");
        assertThat(inbox(null, token).status()).isEqualTo(200);
    }

    @Test
    void believesAProxysHeader_andNobodyElses() throws Exception {
        String rfc = ":" + Base64.getEncoder().encodeToString(WARD.der()) + ":";
        String nginx = URLEncoder.encode(WARD.pem(), StandardCharsets.US_ASCII).replace("+", "%20");
        HttpClient proxy = client(null, InetAddress.getByName(TlsGateway.PROXY));

        Reply behind = send(proxy, "/oauth2/token", form("H15.24133"), "Client-Cert", rfc);
        String token = behind.expect(200).json().path("access_token").asText();

        assertThat(send(proxy, "/v1/inbox", null, "Authorization", "Bearer " + token, "Client-Cert", nginx)
                        .status())
                .isEqualTo(200);
        assertThat(send(proxy, "/v1/inbox", null, "Authorization", "Bearer " + token, "Client-Cert", "garbage")
                        .expect(401)
                        .code())
                .isEqualTo("ACCESS-TOKEN-BOUND");
        assertThat(send(client(null, null), "/oauth2/token", form("H15.24133"), "Client-Cert", rfc)
                        .status())
                .isEqualTo(401);
        assertThat(send(client(null, null), "/v1/inbox", null, "Authorization", "Bearer " + token, "Client-Cert", rfc)
                        .expect(401)
                        .code())
                .isEqualTo("ACCESS-TOKEN-BOUND");
    }

    @Test
    void believesNoHeader_thatIsThereTwice() throws Exception {
        HttpClient proxy = client(null, InetAddress.getByName(TlsGateway.PROXY));
        String own = ":" + Base64.getEncoder().encodeToString(WARD.der()) + ":";
        String other = ":" + Base64.getEncoder().encodeToString(DEPARTMENT.der()) + ":";

        assertThat(send(proxy, "/oauth2/token", form("H15.24133"), "Client-Cert", own, "Client-Cert", other)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenThatIsBoundToNothing_fromAClientThatHasACertificate() throws Exception {
        String given = token(WARD, "H15.24133");
        Map<String, Object> claims = new HashMap<>(decoder.decode(given).getClaims());
        claims.remove("cnf");
        NimbusJwtEncoder encoder =
                new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(keys.signing())));
        String unbound = encoder.encode(JwtEncoderParameters.from(
                        JwtClaimsSet.builder().claims(all -> all.putAll(claims)).build()))
                .getTokenValue();

        assertThat(inbox(WARD, given).status()).isEqualTo(200);
        assertThat(inbox(null, unbound).expect(401).code()).isEqualTo("ACCESS-TOKEN-BOUND");
        assertThat(inbox(WARD, unbound).expect(401).code()).isEqualTo("ACCESS-TOKEN-BOUND");
    }

    @Test
    void refusesACertificateThatIsOver() throws Exception {
        HttpClient proxy = client(null, InetAddress.getByName(TlsGateway.PROXY));
        String over = ":" + Base64.getEncoder().encodeToString(OVER.der()) + ":";

        assertThat(send(proxy, "/oauth2/token", form("H15.24133"), "Client-Cert", over)
                        .status())
                .isEqualTo(401);
    }

    private String token(MadeUpCertificates own, String id) {
        return ask(own, id).expect(200).json().path("access_token").asText();
    }

    private Reply ask(@Nullable MadeUpCertificates own, String id) {
        return send(client(own, null), "/oauth2/token", form(id));
    }

    private Reply basic(String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(
                client(null, null), "/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + pair);
    }

    private Reply inbox(@Nullable MadeUpCertificates own, String token) {
        return send(client(own, null), "/v1/inbox", null, "Authorization", "Bearer " + token);
    }

    private static String form(String id) {
        return "grant_type=client_credentials&client_id=" + id;
    }

    private static HttpClient client(@Nullable MadeUpCertificates own, @Nullable InetAddress from) {
        HttpClient.Builder client = HttpClient.newBuilder().sslContext(TlsGateway.caller(own));
        return (from == null ? client : client.localAddress(from)).build();
    }

    private Reply send(HttpClient client, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
