package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** The registrations as they stand, and how often what was done. */
final class Book implements Ledger.Memory {
    private static final String ENTRY = "civilEntry";
    private static final String COUNTED = "civilCounted";
    private static final String EMPTIED = "civilEmptied";
    private static final List<String> COUNTS =
            List.of("registrations", "repeats", "supplements", "refused", "questions");

    private final Ledger ledger;
    private final Map<String, Entry> byNumber = new ConcurrentSkipListMap<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    Book(Ledger ledger) {
        this.ledger = ledger;
    }

    Optional<Entry> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    void write(Entry entry) {
        ledger.record(line(entry));
    }

    void count(String what) {
        ledger.record(counted(what, 1));
    }

    int next() {
        return byNumber.values().stream().mapToInt(Entry::serial).max().orElse(0) + 1;
    }

    void empty() {
        ledger.record(Json.object().put(EMPTIED, true));
    }

    void describe(ObjectNode stats) {
        COUNTS.forEach(what -> stats.put(what, counts.getOrDefault(what, 0L)));
    }

    ObjectNode all() {
        ObjectNode all = Json.object();
        var items = all.putArray("registrations");
        byNumber.values().forEach(entry -> items.add(entry.write()));
        return all;
    }

    private static ObjectNode line(Entry entry) {
        ObjectNode line = Json.object();
        line.set(ENTRY, entry.write());
        return line;
    }

    private static ObjectNode counted(String what, long times) {
        return Json.object().put(COUNTED, what).put("times", times);
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(ENTRY)) {
            Entry entry = Entry.read(line.path(ENTRY));
            byNumber.put(entry.number(), entry);
        } else if (line.has(COUNTED)) {
            counts.merge(line.path(COUNTED).asText(), line.path("times").asLong(), Long::sum);
        } else if (line.has(EMPTIED)) {
            byNumber.clear();
            counts.clear();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        byNumber.values().forEach(entry -> lines.accept(line(entry)));
        counts.forEach((what, times) -> lines.accept(counted(what, times)));
    }
}
