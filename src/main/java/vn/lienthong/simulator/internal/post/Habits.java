package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;
import vn.lienthong.simulator.internal.Reading;

/** How the feeds behave: a page may come shortened, turned round or once more, and row numbers may begin anew. */
final class Habits implements Ledger.Memory {
    private static final String LINE = "postHabits";

    private final Ledger ledger;
    private volatile Habit now = new Habit("whole", 0, "known");

    Habits(Ledger ledger) {
        this.ledger = ledger;
    }

    Habit now() {
        return now;
    }

    Reading<Habit> read(JsonNode input) {
        ControlInput fields = new ControlInput(input, Set.of("page", "skipped", "repeats"));
        return fields.reading(new Habit(
                fields.word("page", now.page(), "whole", "shortened", "reordered", "repeated"),
                (int) fields.number("skipped", now.skipped(), 0, 1_000_000),
                fields.word("repeats", now.repeats(), "known", "error")));
    }

    void set(Habit habit) {
        ledger.record(Json.object().set(LINE, habit.write()));
    }

    @Override
    public void recall(JsonNode line) {
        JsonNode told = line.path(LINE);
        if (told.isObject()) {
            now = new Habit(
                    told.path("page").asText(),
                    told.path("skipped").asInt(),
                    told.path("repeats").asText());
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        lines.accept(Json.object().set(LINE, now.write()));
    }
}
