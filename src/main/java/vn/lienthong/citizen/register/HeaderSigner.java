package vn.lienthong.citizen.register;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.partner.ClientTokens;

/** Puts into the headers what signs in at a register. Nothing of it is evidence: it holds secrets. */
@Component
class HeaderSigner {
    private final ClientTokens tokens;
    private final GatewayClock clock;

    HeaderSigner(ClientTokens tokens, GatewayClock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The headers; empty when a secret is missing or no token is given. */
    Optional<Map<String, String>> sign(String partnerId, RegisterDoor door, Duration longest) {
        return switch (door.scheme()) {
            case NONE -> Optional.of(Map.of());
            case X_ROAD -> door.secret().read().map(secret -> digest(door, secret));
            case WSO2 -> tokens.current(partnerId, door.tokenClient(), longest).map(HeaderSigner::bearer);
            case LGSP -> tokens.current(partnerId, door.tokenClient(), longest).flatMap(token -> lgsp(door, token));
        };
    }

    private Map<String, String> digest(RegisterDoor door, String secret) {
        String time = Long.toString(clock.now().toEpochMilli());
        String user = Objects.requireNonNullElse(door.user(), "");
        String material = Objects.requireNonNullElse(door.authUrl(), "") + user + time + secret;
        String digest = HexFormat.of().formatHex(Sha256.of(material.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Timestamp", time);
        headers.put("Authorization", "Basic " + base64(user + ":" + digest));
        headers.put("X-Road-Client", Objects.requireNonNullElse(door.client(), ""));
        headers.put("ApiKey", door.apiKey().read().orElse(""));
        return headers;
    }

    private static Optional<Map<String, String>> lgsp(RegisterDoor door, String token) {
        Optional<String> secret = door.secret().read();
        return secret.map(officerKey -> {
            Map<String, String> headers = bearer(token);
            headers.put("lgspaccesstoken", door.apiKey().read().orElse(token));
            headers.put("AuthHash", base64(Objects.requireNonNullElse(door.user(), "") + ":" + officerKey));
            return headers;
        });
    }

    private static Map<String, String> bearer(String token) {
        return new LinkedHashMap<>(Map.of("Authorization", "Bearer " + token));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
