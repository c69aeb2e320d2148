package vn.lienthong.simulator.internal.ministry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;

/** What this portal calls things and how much it tells; each word can be set, and stays as set. */
final class Manner implements Ledger.Memory {
    private static final String LINE = "ministryManner";
    private static final Map<String, String> USUAL = usual();

    private final Ledger ledger;
    private volatile Map<String, String> now = USUAL;

    Manner(Ledger ledger) {
        this.ledger = ledger;
    }

    private static Map<String, String> usual() {
        Map<String, String> words = new LinkedHashMap<>();
        // fields of a call
        words.put("session", "session");
        words.put("service", "service");
        words.put("data", "hoSo");
        words.put("number", "MaHoSo");
        words.put("asked", "mahoso");
        // services
        words.put("create", "ThemHoSo");
        words.put("update", "CapNhatHoSo");
        words.put("progress", "ThemTienDo");
        words.put("lookUp", "TraCuuHoSo");
        // fields of a reply
        words.put("code", "error_code");
        words.put("message", "message");
        words.put("result", "data");
        words.put("steps", "TienDo");
        // how much is told: rich, poor, nothing
        words.put("readBack", "rich");
        return words;
    }

    String word(String name) {
        return now.getOrDefault(name, "");
    }

    Reading<Map<String, String>> read(JsonNode input) {
        ControlInput in = new ControlInput(input, USUAL.keySet());
        Map<String, String> words = new LinkedHashMap<>();
        now.forEach((name, word) -> words.put(name, in.text(name, word)));
        in.word("readBack", words.getOrDefault("readBack", ""), "rich", "poor", "nothing");
        return in.reading(words);
    }

    void set(Map<String, String> words) {
        ObjectNode line = Json.object();
        words.forEach(line.putObject(LINE)::put);
        ledger.record(line);
    }

    ObjectNode write() {
        ObjectNode node = Json.object();
        now.forEach(node::put);
        return node;
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(LINE)) {
            Map<String, String> words = new LinkedHashMap<>(USUAL);
            line.path(LINE)
                    .properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
            now = words;
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        ObjectNode line = Json.object();
        line.set(LINE, write());
        lines.accept(line);
    }
}
