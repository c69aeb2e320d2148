package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** Everything that happened to parcels, in the order in which the post learned of it. */
final class Track implements Ledger.Memory {
    private static final String LINE = "postTrack";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Ledger ledger;
    private final Clock clock;
    private final List<ObjectNode> rows = new ArrayList<>();
    /** Taken before the ledger's own lock, which is held while rows are recalled. */
    private final Object turn = new Object();

    Track(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Notes that this happened to the order's parcel. */
    void happened(Order order, int code, String words, Instant at, String notes) {
        synchronized (turn) {
            Instant now = clock.instant();
            ObjectNode row = Json.object();
            row.put("id", "%08x%016x".formatted(now.getEpochSecond(), size() + 1));
            row.put("customer", order.customer()).put("order", order.number()).put("item", order.item());
            row.put("at", at.toEpochMilli()).put("known", now.toEpochMilli());
            row.put("code", code).put("words", words).put("notes", notes);
            ledger.record(Json.object().set(LINE, row));
        }
    }

    /** Those of this customer, or of all where it is empty. */
    synchronized List<ObjectNode> of(String customer, Predicate<ObjectNode> wanted) {
        return rows.stream()
                .filter(row ->
                        customer.isEmpty() || row.path("customer").asText().equals(customer))
                .filter(wanted)
                .toList();
    }

    synchronized int size() {
        return rows.size();
    }

    void empty() {
        ledger.record(Json.object().put(LINE, ""));
    }

    /** A moment as the feed of attempts writes it. */
    static String local(long millis) {
        return LOCAL.format(Instant.ofEpochMilli(millis));
    }

    @Override
    public synchronized void recall(JsonNode line) {
        JsonNode told = line.path(LINE);
        if (told instanceof ObjectNode row) {
            rows.add(row);
        } else if (told.isTextual()) {
            rows.clear();
        }
    }

    @Override
    public synchronized void summarise(Consumer<ObjectNode> lines) {
        rows.forEach(row -> lines.accept(Json.object().set(LINE, row)));
    }
}
