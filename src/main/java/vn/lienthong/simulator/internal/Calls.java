package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** How often each platform was called, by service, and how often a fault struck; counted as the call arrives. */
final class Calls implements Ledger.Memory {
    private static final String CALL = "call";
    private static final String EMPTIED = "emptied";

    private final Ledger ledger;
    private final Map<String, ConcurrentMap<String, CallTally>> tallies = new ConcurrentHashMap<>();

    Calls(Ledger ledger) {
        this.ledger = ledger;
    }

    void count(String platform, String service, boolean faulted) {
        ledger.record(line(platform, service, new CallTally(1, faulted ? 1 : 0)));
    }

    void empty(String platform) {
        ledger.record(Json.object().put(EMPTIED, platform));
    }

    void describe(String platform, ObjectNode stats) {
        Map<String, CallTally> own = tallies.getOrDefault(platform, new ConcurrentHashMap<>());
        stats.put("calls", own.values().stream().mapToLong(CallTally::calls).sum());
        stats.put("faulted", own.values().stream().mapToLong(CallTally::faulted).sum());
        ObjectNode services = stats.putObject("services");
        own.forEach((service, tally) -> services.put(service, tally.calls()));
    }

    private static ObjectNode line(String platform, String service, CallTally tally) {
        ObjectNode line = Json.object();
        line.put(CALL, platform).put("service", service);
        return line.put("times", tally.calls()).put("faulted", tally.faulted());
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(CALL)) {
            CallTally tally = new CallTally(
                    line.path("times").longValue(), line.path("faulted").longValue());
            tallies.computeIfAbsent(line.path(CALL).textValue(), platform -> new ConcurrentHashMap<>())
                    .merge(line.path("service").textValue(), tally, CallTally::plus);
        } else if (line.has(EMPTIED)) {
            tallies.remove(line.path(EMPTIED).textValue());
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        tallies.forEach((platform, services) ->
                services.forEach((service, tally) -> lines.accept(line(platform, service, tally))));
    }
}
