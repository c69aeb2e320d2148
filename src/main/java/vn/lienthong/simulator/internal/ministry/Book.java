package vn.lienthong.simulator.internal.ministry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** What took effect on each dossier, in order, and how often the same came again. */
final class Book implements Ledger.Memory {
    private static final String EFFECT = "ministryEffect";
    private static final String REPEAT = "ministryRepeat";
    private static final String EMPTIED = "ministryEmptied";

    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, List<JsonNode>> byNumber = new ConcurrentSkipListMap<>();
    private final Map<String, Long> repeats = new ConcurrentHashMap<>();

    Book(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    boolean knows(String number) {
        return byNumber.containsKey(number);
    }

    /** Lets an item take effect unless it is a repeat: of the last full state, or of any step. */
    void apply(String number, String service, boolean step, JsonNode item) {
        List<JsonNode> of = items(number, step);
        boolean repeated =
                step ? of.contains(item) : !of.isEmpty() && of.getLast().equals(item);
        ObjectNode line = Json.object();
        if (repeated) {
            ledger.record(line.put(REPEAT, number));
            return;
        }
        ObjectNode effect = line.putObject(EFFECT);
        effect.put("at", clock.instant().toString()).put("number", number).put("service", service);
        effect.put("step", step).set("item", item);
        ledger.record(line);
    }

    /** Full states or steps of a dossier as they came. */
    List<JsonNode> items(String number, boolean step) {
        List<JsonNode> items = new ArrayList<>();
        byNumber.getOrDefault(number, List.of()).stream()
                .filter(effect -> effect.path("step").asBoolean() == step)
                .forEach(effect -> items.add(effect.path("item")));
        return items;
    }

    /** Every effect on a dossier, in order. */
    ObjectNode history(String number) {
        ObjectNode body = Json.object().put("number", number);
        byNumber.getOrDefault(number, List.of()).forEach(body.putArray("history")::add);
        return body;
    }

    void empty() {
        ledger.record(Json.object().put(EMPTIED, true));
    }

    void describe(ObjectNode stats) {
        stats.put("dossiers", byNumber.size());
        stats.put("effects", byNumber.values().stream().mapToInt(List::size).sum());
        stats.put(
                "duplicates",
                repeats.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(EFFECT)) {
            JsonNode effect = line.path(EFFECT);
            byNumber.computeIfAbsent(effect.path("number").asText(), key -> new CopyOnWriteArrayList<>())
                    .add(effect);
        } else if (line.has(REPEAT)) {
            repeats.merge(line.path(REPEAT).asText(), line.path("times").asLong(1), Long::sum);
        } else if (line.has(EMPTIED)) {
            byNumber.clear();
            repeats.clear();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        byNumber.values()
                .forEach(effects -> effects.forEach(effect -> {
                    ObjectNode line = Json.object();
                    line.set(EFFECT, effect);
                    lines.accept(line);
                }));
        repeats.forEach((number, times) ->
                lines.accept(Json.object().put(REPEAT, number).put("times", times)));
    }
}
