package vn.lienthong.simulator.internal.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** Tokens: given for any key and secret, or standing in an address as the old service has it. */
final class Keys {
    private static final int SECONDS = 3600;

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
                        .put("token_type", "Bearer")
                        .put("expires_in", SECONDS));
    }

    boolean open(Call call) {
        String inAddress = call.query().getOrDefault("token", "");
        return alive.contains(given(call)) || !inAddress.isEmpty();
    }

    /** Ends the token of this call; one that stands in an address is a contract and does not end. */
    boolean end(Call call) {
        return alive.remove(given(call));
    }

    private static String given(Call call) {
        String plain = call.header("access_token");
        return plain.isEmpty() ? call.header("Authorization").replaceFirst("^Bearer ", "") : plain;
    }
}
