package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** The results that came, each once, and how many things came to what. */
final class Results implements Ledger.Memory {
    private static final String RESULT = "insuranceResult";
    private static final String COUNTED = "insuranceCounted";
    private static final String EMPTIED = "insuranceEmptied";
    private static final String[] COUNTS = {"results", "repeats", "refused", "questions", "acknowledged"};

    private final Ledger ledger;
    private final Map<String, JsonNode> byReference = new ConcurrentSkipListMap<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    Results(Ledger ledger) {
        this.ledger = ledger;
    }

    Optional<JsonNode> find(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** Takes in a new one. */
    void take(ObjectNode result) {
        ObjectNode line = Json.object();
        line.set(RESULT, result);
        ledger.record(line);
        count("results");
    }

    void count(String what) {
        ledger.record(counted(what, 1));
    }

    void empty() {
        ledger.record(Json.object().put(EMPTIED, true));
    }

    void describe(ObjectNode stats) {
        for (String what : COUNTS) {
            stats.put(what, counts.getOrDefault(what, 0L));
        }
    }

    ObjectNode all() {
        ObjectNode all = Json.object();
        var items = all.putArray("results");
        byReference.values().forEach(items::add);
        return all;
    }

    private static ObjectNode counted(String what, long times) {
        return Json.object().put(COUNTED, what).put("times", times);
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(RESULT)) {
            JsonNode result = line.path(RESULT);
            byReference.put(result.path("reference").asText(), result);
        } else if (line.has(COUNTED)) {
            counts.merge(line.path(COUNTED).asText(), line.path("times").asLong(), Long::sum);
        } else if (line.has(EMPTIED)) {
            byReference.clear();
            counts.clear();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        byReference.values().forEach(result -> {
            ObjectNode line = Json.object();
            line.set(RESULT, result);
            lines.accept(line);
        });
        counts.forEach((what, times) -> lines.accept(counted(what, times)));
    }
}
