package vn.lienthong.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox client of the gateway with its token.
 *
 * @param gateway address of the gateway
 * @param token what it shows
 */
public record Client(String gateway, String token) {
    /** Signs in with the sandbox's secret. */
    public static Client of(String gateway, String id) {
        String credentials =
                Base64.getEncoder().encodeToString((id + ":sandbox-" + id).getBytes(StandardCharsets.UTF_8));
        Reply reply = Http.send(
                "POST",
                gateway + "/oauth2/token",
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + credentials);
        return new Client(gateway, reply.expect(200).json().path("access_token").asText());
    }

    /** Reads. */
    public Reply get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    /** Tells the full state of a dossier. */
    public Reply put(String number, JsonNode body, String... headers) {
        return call("PUT", "/v1/dossiers/" + number, bytes(body.toString()), headers);
    }

    /** Tells a step of a dossier. */
    public Reply progress(String number, JsonNode body, String... headers) {
        return call("POST", "/v1/dossiers/" + number + "/progress", bytes(body.toString()), headers);
    }

    /** Posts a body. */
    public Reply post(String path, String body, String... headers) {
        return call("POST", path, bytes(body), headers);
    }

    /** Any call, with any bytes. */
    public Reply call(String method, String path, byte @Nullable [] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token));
        return Http.sendBytes(method, gateway + path, body, all.toArray(String[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
