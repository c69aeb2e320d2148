package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** What questions came to: found, not found, confirmed, denied, refused. */
final class Tally implements Ledger.Memory {
    private static final String LINE = "populationCame";

    private final Ledger ledger;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    Tally(Ledger ledger) {
        this.ledger = ledger;
    }

    void count(String end) {
        ledger.record(line(end, 1));
    }

    void empty() {
        ledger.record(Json.object().put(LINE, ""));
    }

    void describe(ObjectNode stats) {
        for (String end : new String[] {"found", "notFound", "confirmed", "denied", "refused"}) {
            stats.put(end, counts.getOrDefault(end, 0L));
        }
    }

    private static ObjectNode line(String end, long times) {
        return Json.object().put(LINE, end).put("times", times);
    }

    @Override
    public void recall(JsonNode line) {
        String end = line.path(LINE).asText();
        if (!end.isEmpty()) {
            counts.merge(end, line.path("times").asLong(), Long::sum);
        } else if (line.has(LINE)) {
            counts.clear();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        counts.forEach((end, times) -> lines.accept(line(end, times)));
    }
}
