package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The fault knob of each platform; it stays as set, through restarts too, until it is set again. */
final class Faults implements Ledger.Memory {
    private static final String LINE = "faults";

    private final Ledger ledger;
    private final Map<String, Fault> set = new ConcurrentHashMap<>();

    Faults(Ledger ledger) {
        this.ledger = ledger;
    }

    void set(String platform, Fault fault) {
        ledger.record(line(platform, fault));
    }

    Fault of(String platform) {
        return set.getOrDefault(platform, Fault.NONE);
    }

    private static ObjectNode line(String platform, Fault fault) {
        ObjectNode line = Json.object();
        line.put(LINE, platform).set("set", fault.write());
        return line;
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(LINE) && Fault.read(line.path("set")) instanceof Reading.Fit<Fault> fault) {
            set.put(line.path(LINE).textValue(), fault.value());
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        set.forEach((platform, fault) -> lines.accept(line(platform, fault)));
    }
}
