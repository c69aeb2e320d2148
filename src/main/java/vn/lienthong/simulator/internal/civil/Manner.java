package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;

/** How the office decides: {@code FINISHED}, {@code SUPPLEMENT}, {@code REFUSED} or {@code PENDING}; it stays as set. */
final class Manner implements Ledger.Memory {
    private static final String LINE = "civilBehaviour";

    private final Ledger ledger;
    private volatile String decision = "FINISHED";

    Manner(Ledger ledger) {
        this.ledger = ledger;
    }

    String decision() {
        return decision;
    }

    Reading<String> read(JsonNode input) {
        ControlInput in = new ControlInput(input, Set.of("decision"));
        return in.reading(in.word("decision", decision, "FINISHED", "SUPPLEMENT", "REFUSED", "PENDING"));
    }

    void set(String wanted) {
        ledger.record(Json.object().put(LINE, wanted));
    }

    ObjectNode write() {
        return Json.object().put("decision", decision);
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(LINE)) {
            decision = line.path(LINE).asText();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        lines.accept(Json.object().put(LINE, decision));
    }
}
