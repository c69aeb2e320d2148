package vn.lienthong.simulator.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives tokens for any name and secret, and lets nobody without a living one to a twin's services. */
public final class TokenDoor {
    private static final int SECONDS = 3600;

    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private final Reply closed;
    private final Predicate<Call> open;

    /** One that answers {@code closed} to whoever has no token and is not {@code open} to him all the same. */
    public TokenDoor(Reply closed, Predicate<Call> open) {
        this.closed = closed;
        this.open = open;
    }

    /** A call for a token. */
    public Visit token(Call call) {
        return new TokenService("token", () -> () -> give(call), Optional::empty);
    }

    /** A call of a service; its token ends when the twin is told to let it. */
    public Visit guarded(String name, Call call, Function<Call, Reply> work) {
        return new TokenService(
                name,
                () -> alive.contains(given(call)) || open.test(call) ? () -> work.apply(call) : () -> closed,
                () -> alive.remove(given(call)) ? Optional.of(closed) : Optional.empty());
    }

    private Reply give(Call call) {
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
                        .put("expires_in", SECONDS));
    }

    private static String given(Call call) {
        String plain = call.header("access_token");
        return plain.isEmpty() ? call.header("Authorization").replaceFirst("^Bearer ", "") : plain;
    }
}
