package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;

/** What the portal's catalogues leave out or tell otherwise; it stays as set, through restarts too. */
final class CatalogueKnob implements Ledger.Memory {
    private static final String LINE = "catalogue";
    private static final CatalogueSetting USUAL = new CatalogueSetting("", "", "");

    private final Ledger ledger;
    private volatile CatalogueSetting now = USUAL;

    CatalogueKnob(Ledger ledger) {
        this.ledger = ledger;
    }

    CatalogueSetting now() {
        return now;
    }

    /** Reads a control call: what it does not name goes back to the usual. */
    Reading<CatalogueSetting> read(JsonNode input) {
        return CatalogueSetting.of(input);
    }

    void set(CatalogueSetting setting) {
        ledger.record(line(setting));
    }

    private static ObjectNode line(CatalogueSetting setting) {
        ObjectNode line = Json.object();
        line.set(LINE, setting.write());
        return line;
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(LINE) && CatalogueSetting.of(line.path(LINE)) instanceof Reading.Fit<CatalogueSetting> set) {
            now = set.value();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        lines.accept(line(now));
    }
}
