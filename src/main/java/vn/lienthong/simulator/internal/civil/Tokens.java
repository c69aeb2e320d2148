package vn.lienthong.simulator.internal.civil;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** Tokens, given for any name and secret. */
final class Tokens {
    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    Reply give(Call call) {
        boolean asked = call.header("Authorization").startsWith("Basic ")
                && new String(call.body(), StandardCharsets.UTF_8).contains("grant_type=client_credentials");
        if (!asked) {
            return Reply.json(401, Json.object().put("error", "invalid_client"));
        }
        String token = UUID.randomUUID().toString();
        alive.add(token);
        return Reply.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("scope", "default")
                        .put("token_type", "Bearer")
                        .put("expires_in", 3600));
    }

    boolean alive(Call call) {
        return alive.contains(given(call));
    }

    void end(Call call) {
        alive.remove(given(call));
    }

    private static String given(Call call) {
        return call.header("Authorization").replaceFirst("^Bearer ", "");
    }
}
