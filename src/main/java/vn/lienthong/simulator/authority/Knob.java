package vn.lienthong.simulator.authority;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;

/** A platform's behaviour, set by {@code PUT /__sim/<id>/behaviour}; it stays as set, through restarts too. */
final class Knob<T> implements Ledger.Memory {
    private final Ledger ledger;
    private final String line;
    private final Function<JsonNode, Reading<T>> reader;
    private final Function<T, ObjectNode> writer;
    private volatile T now;

    Knob(
            Ledger ledger,
            String platform,
            T usual,
            Function<JsonNode, Reading<T>> reader,
            Function<T, ObjectNode> writer) {
        this.ledger = ledger;
        this.line = platform + "-behaviour";
        this.now = usual;
        this.reader = reader;
        this.writer = writer;
    }

    T now() {
        return now;
    }

    Optional<Reply> control(Call call, List<String> rest) {
        return switch (call.method() + " " + String.join("/", rest)) {
            case "GET behaviour" -> Optional.of(Reply.json(200, writer.apply(now)));
            case "PUT behaviour" ->
                Optional.of(Reading.body(call, reader).answer(set -> {
                    ledger.record(lined(set));
                    return Reply.json(200, writer.apply(now));
                }));
            default -> Optional.empty();
        };
    }

    private ObjectNode lined(T behaviour) {
        ObjectNode node = Json.object();
        node.set(line, writer.apply(behaviour));
        return node;
    }

    @Override
    public void recall(JsonNode read) {
        if (read.has(line) && reader.apply(read.path(line)) instanceof Reading.Fit<T> set) {
            now = set.value();
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        lines.accept(lined(now));
    }
}
