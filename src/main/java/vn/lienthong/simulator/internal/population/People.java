package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Ledger;

/** Who is in the register: the made-up people of the start, and whoever was written in or changed since. */
final class People implements Ledger.Memory {
    private static final String RESOURCE = "/simulator/population-people.json";
    private static final String WRITTEN = "populationPerson";
    private static final String EMPTIED = "populationEmptied";

    private final Ledger ledger;
    private final Map<String, JsonNode> first = start();
    private final Map<String, JsonNode> byNumber = new ConcurrentSkipListMap<>(first);

    People(Ledger ledger) {
        this.ledger = ledger;
    }

    List<JsonNode> all() {
        return List.copyOf(byNumber.values());
    }

    Optional<JsonNode> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** Whoever answers to this number, personal or old. */
    Optional<JsonNode> byEither(String personalId, String oldId) {
        if (!personalId.isEmpty()) {
            return find(personalId);
        }
        return byNumber.values().stream()
                .filter(person -> person.path("oldId").asText().equals(oldId))
                .findFirst();
    }

    void write(ObjectNode person) {
        ObjectNode line = Json.object();
        line.set(WRITTEN, person);
        ledger.record(line);
    }

    /** Back to the made-up people of the start. */
    void empty() {
        ledger.record(Json.object().put(EMPTIED, true));
    }

    @Override
    public void recall(JsonNode line) {
        if (line.has(WRITTEN)) {
            JsonNode person = line.path(WRITTEN);
            byNumber.put(person.path("personalId").asText(), person);
        } else if (line.has(EMPTIED)) {
            byNumber.clear();
            byNumber.putAll(first);
        }
    }

    @Override
    public void summarise(Consumer<ObjectNode> lines) {
        byNumber.forEach((number, person) -> {
            if (!person.equals(first.get(number))) {
                ObjectNode line = Json.object();
                line.set(WRITTEN, person);
                lines.accept(line);
            }
        });
    }

    private static Map<String, JsonNode> start() {
        try (InputStream in = People.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            Map<String, JsonNode> people = new TreeMap<>();
            Json.read(in.readAllBytes())
                    .orElseThrow()
                    .path("people")
                    .forEach(person -> people.put(person.path("personalId").asText(), person));
            return people;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
