package vn.lienthong.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriComponentsBuilder;

/** A province's sign-in provider: discovery, tokens against code and verifier, keys. People are whoever a test says. */
final class OpenIdProvider implements AutoCloseable {
    /** Name and secret, each encoded as RFC 6749 section 2.3.1 has it. */
    private static final String CLIENT = Base64.getEncoder()
            .encodeToString(("truc:" + java.net.URLEncoder.encode("bí-mật-12345", StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.US_ASCII));

    private record Begun(String nonce, String challenge, String person) {}

    private final RSAKey key = key();
    private final Map<String, Begun> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile UnaryOperator<JWTClaimsSet.Builder> spoil = UnaryOperator.identity();
    private volatile RSAKey signer = key;
    private volatile boolean silent;

    OpenIdProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether it answers at all. */
    void silent(boolean now) {
        silent = now;
    }

    /** Changes what stands in its tokens. */
    void spoil(UnaryOperator<JWTClaimsSet.Builder> change) {
        spoil = change;
    }

    /** Signs with a key of somebody else. */
    void forge() {
        signer = key();
    }

    void behave() {
        spoil = UnaryOperator.identity();
        signer = key;
        silent = false;
    }

    /** A person signs in there: where the browser is sent back to. */
    String signIn(String address, String person) {
        Map<String, String> asked = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String code = UUID.randomUUID().toString();
        codes.put(code, new Begun(asked.get("nonce"), asked.get("code_challenge"), person));
        return "/login/oauth2/code/provider?code=" + code + "&state=" + asked.get("state");
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (silent) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String body = switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> """
                            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                             "jwks_uri":"%1$s/jwks","subject_types_supported":["public"],
                             "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
                            """.formatted(issuer());
            case "/jwks" -> new JWKSet(key.toPublicJWK()).toString();
            case "/token" -> token(exchange);
            default -> "{}";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(body.contains("\"error\"") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String token(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String told = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Begun begun = codes.remove(form.getOrDefault("code", ""));
        if (begun == null
                || !begun.challenge().equals(hashed(form.getOrDefault("code_verifier", "")))
                || !told.equals("Basic " + CLIENT)) {
            return "{\"error\":\"invalid_grant\"}";
        }
        return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken(begun)
                + "\"}";
    }

    private String idToken(Begun begun) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("truc")
                .subject("s-" + begun.person())
                .claim("preferred_username", begun.person())
                .claim("nonce", begun.nonce())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                spoil.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signer));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static String hashed(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
