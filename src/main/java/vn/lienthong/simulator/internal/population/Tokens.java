package vn.lienthong.simulator.internal.population;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** The tokens handed out at the door of the sharing platform, to anybody who asks. */
final class Tokens {
    private static final int SECONDS = 3600;

    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    boolean knows(String token) {
        return alive.contains(token);
    }

    void end(String token) {
        alive.remove(token);
    }

    Visit visit() {
        return new Visit() {
            @Override
            public String service() {
                return "token";
            }

            @Override
            public Deed admit() {
                return () -> {
                    String token = UUID.randomUUID().toString();
                    alive.add(token);
                    return Reply.json(
                            200,
                            Json.object()
                                    .put("access_token", token)
                                    .put("token_type", "Bearer")
                                    .put("expires_in", SECONDS));
                };
            }

            @Override
            public Optional<Reply> expire() {
                return Optional.empty();
            }
        };
    }
}
