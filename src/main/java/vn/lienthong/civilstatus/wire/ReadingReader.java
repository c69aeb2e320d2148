package vn.lienthong.civilstatus.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/** Reads what the platform says of dossiers; what was not asked for, or is of another kind, is passed over. */
final class ReadingReader {
    private final Contract.Ask names;
    private final DateTimeFormatter time;

    ReadingReader(Contract contract) {
        this.names = contract.ask();
        this.time = contract.times();
    }

    /** One reading per dossier; the last where the platform says several things of one. */
    List<Reading> read(JsonNode items, String module, List<String> asked) {
        Map<String, Reading> read = new LinkedHashMap<>();
        for (JsonNode item : items) {
            String number = item.path(names.id()).asText("");
            String kind = item.path(names.module()).asText(module);
            if (asked.contains(number) && kind.equals(module)) {
                read.put(number, reading(number, item));
            }
        }
        return List.copyOf(read.values());
    }

    private Reading reading(String number, JsonNode item) {
        String code = Answers.text(item, names.state(), 40);
        String words = Answers.text(item, names.words(), 500);
        return new Reading(
                number,
                code,
                names.steps().get(code),
                at(item.path(names.at()).asText("")),
                words.isEmpty() ? null : words,
                item.path(names.result()),
                item);
    }

    private @Nullable Instant at(String text) {
        try {
            return LocalDateTime.parse(text, time).atZone(GatewayClock.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
