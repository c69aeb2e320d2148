package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** The orders. An order number stands for one parcel, however often it comes. */
final class Book implements Ledger.Memory {
    private static final String LINE = "postOrder";
    private static final String REPEAT = "postRepeat";

    private final Ledger ledger;
    private final Map<String, Order> byNumber = new LinkedHashMap<>();
    private final Map<String, Order> byItem = new LinkedHashMap<>();
    private long repeats;

    Book(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized Optional<Order> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    synchronized Optional<Order> holderOf(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    synchronized List<Order> all() {
        return List.copyOf(byNumber.values());
    }

    synchronized int size() {
        return byNumber.size();
    }

    /** A parcel number that nobody had before. */
    synchronized String nextItem() {
        return "EW%09dVN".formatted(byNumber.size() + 1);
    }

    void write(Order order) {
        ledger.record(Json.object().set(LINE, order.write()));
    }

    void countRepeat() {
        ledger.record(Json.object().put(REPEAT, 1));
    }

    void empty() {
        ledger.record(Json.object().put(LINE, ""));
    }

    synchronized void describe(ObjectNode stats) {
        Collection<Order> orders = byNumber.values();
        stats.put("orders", orders.size()).put("duplicates", repeats);
        stats.put("cancelled", orders.stream().filter(Order::cancelled).count());
    }

    @Override
    public synchronized void recall(JsonNode line) {
        JsonNode told = line.path(LINE);
        if (told.isObject()) {
            Order order = Order.read(told);
            byNumber.put(order.number(), order);
            byItem.put(order.item(), order);
        } else if (told.isTextual()) {
            byNumber.clear();
            byItem.clear();
            repeats = 0;
        }
        repeats += line.path(REPEAT).asLong();
    }

    @Override
    public synchronized void summarise(Consumer<ObjectNode> lines) {
        byNumber.values().forEach(order -> lines.accept(Json.object().set(LINE, order.write())));
        if (repeats > 0) {
            lines.accept(Json.object().put(REPEAT, repeats));
        }
    }
}
