package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** Who is signed in: one session per account, ended by the next login or by its age, counted from its login. */
final class Sessions implements Ledger.Memory {
    private static final String OPENED = "session";
    private static final String ENDED = "sessionEnded";
    private static final int MANY = 10_000;

    private final Ledger ledger;
    private final Clock clock;
    private final LongSupplier lifeMs;
    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Map<String, String> byAccount = new ConcurrentHashMap<>();

    private record Session(String account, long at) {}

    Sessions(Ledger ledger, Clock clock, LongSupplier lifeMs) {
        this.ledger = ledger;
        this.clock = clock;
        this.lifeMs = lifeMs;
    }

    String open(String account) {
        String id = UUID.randomUUID().toString();
        ledger.record(line(id, new Session(account, clock.millis())));
        return id;
    }

    boolean alive(String id) {
        Session session = byId.get(id);
        return session != null && young(session);
    }

    void end(String id) {
        if (byId.containsKey(id)) {
            ledger.record(Json.object().put(ENDED, id));
        }
    }

    private boolean young(Session session) {
        return clock.millis() - session.at() < lifeMs.getAsLong();
    }

    private static ObjectNode line(String id, Session session) {
        ObjectNode line = Json.object();
        return line.put(OPENED, id).put("account", session.account()).put("at", session.at());
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(OPENED)) {
            Session session =
                    new Session(line.path("account").asText(), line.path("at").longValue());
            String before = byAccount.put(session.account(), line.path(OPENED).asText());
            if (before != null) {
                byId.remove(before);
            }
            byId.put(line.path(OPENED).asText(), session);
            forgetOldOnes();
        } else if (line.has(ENDED)) {
            forget(line.path(ENDED).asText());
        }
    }

    private void forgetOldOnes() {
        if (byId.size() > MANY) {
            byId.forEach((id, session) -> {
                if (!young(session)) {
                    forget(id);
                }
            });
        }
    }

    private void forget(String id) {
        Session session = byId.remove(id);
        if (session != null) {
            byAccount.remove(session.account(), id);
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        byId.forEach((id, session) -> {
            if (young(session)) {
                lines.accept(line(id, session));
            }
        });
    }
}
