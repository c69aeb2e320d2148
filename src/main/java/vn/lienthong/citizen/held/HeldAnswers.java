package vn.lienthong.citizen.held;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.citizen.person.AskedPerson;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.kernel.GatewayClock;

/**
 * What registers told lately about people who were found. Only fields that somebody was allowed to see are held, each
 * with the time it was told; a "not found" is never held, because tomorrow it may be wrong.
 */
@Component
@EnableConfigurationProperties(Freshness.class)
public class HeldAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AT = "at";
    private static final String VALUE = "value";

    private final HeldAnswerRepository repository;
    private final Freshness freshness;
    private final GatewayClock clock;

    HeldAnswers(HeldAnswerRepository repository, Freshness freshness, GatewayClock clock) {
        this.repository = repository;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** These fields, if all of them are fresh enough. A field that the register left empty is held as empty. */
    public Optional<Fresh> find(String register, AskedPerson person, Collection<PersonField> fields) {
        Instant now = clock.now();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> held = repository.find(register, person).map(HeldAnswers::parsed);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Map<PersonField, JsonNode> found = new EnumMap<>(PersonField.class);
        Instant oldest = now;
        for (PersonField field : fields) {
            JsonNode entry = held.get().path(field.word());
            Instant told = Instant.ofEpochMilli(entry.path(AT).asLong(0));
            if (!entry.isObject() || !now.isBefore(told.plus(freshness.of(field)))) {
                return Optional.empty();
            }
            oldest = told.isBefore(oldest) ? told : oldest;
            if (!entry.path(VALUE).isMissingNode()) {
                found.put(field, entry.path(VALUE));
            }
        }
        return Optional.of(new Fresh(found, oldest));
    }

    /** Holds what was told just now; other fields that are held stay with their own times. */
    public void keep(
            String register,
            AskedPerson person,
            Collection<PersonField> asked,
            Map<PersonField, JsonNode> told,
            Instant at) {
        if (asked.isEmpty() || freshness.longest().isZero()) {
            return;
        }
        ObjectNode all = repository
                .find(register, person)
                .map(HeldAnswers::parsed)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(JSON::createObjectNode);
        for (PersonField field : asked) {
            ObjectNode entry = all.putObject(field.word()).put(AT, at.toEpochMilli());
            JsonNode value = told.get(field);
            if (value != null) {
                entry.set(VALUE, value);
            }
        }
        repository.put(register, person, all.toString().getBytes(StandardCharsets.UTF_8), at);
    }

    /** Forgets whatever cannot be fresh any more. */
    @Scheduled(fixedDelay = 900_000, initialDelay = 900_000)
    void forget() {
        repository.forget(clock.now().minus(freshness.longest()));
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
