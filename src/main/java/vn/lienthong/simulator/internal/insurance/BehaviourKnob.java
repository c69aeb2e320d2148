package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;

/** The behaviour now in force; it stays as set, through restarts too. */
final class BehaviourKnob implements Ledger.Memory {
    private static final String LINE = "insuranceBehaviour";

    private final Ledger ledger;
    private volatile Behaviour now = Behaviour.USUAL;

    BehaviourKnob(Ledger ledger) {
        this.ledger = ledger;
    }

    Behaviour now() {
        return now;
    }

    void set(Behaviour behaviour) {
        ledger.record(line(behaviour));
    }

    private static ObjectNode line(Behaviour behaviour) {
        ObjectNode line = Json.object();
        line.set(LINE, behaviour.write());
        return line;
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(LINE) && Behaviour.USUAL.with(line.path(LINE)) instanceof Reading.Fit<Behaviour> fit) {
            now = fit.value();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        lines.accept(line(now));
    }
}
