package vn.lienthong.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;

/** Entries as they are kept: equal ones are equal texts, whatever days they hold on. */
final class ToldForm {
    /** The first day of what was there before anybody looked: a partner tells no first day. */
    static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // a newer release that shares the database may have written more
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ToldForm() {}

    static String write(Procedure procedure) {
        return text(procedure.during(ALWAYS, null));
    }

    static String write(Agency agency) {
        return text(agency.during(ALWAYS, null));
    }

    static <T> T read(String content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A kept " + type.getSimpleName() + " does not read", damaged);
        }
    }

    private static String text(Object entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record writes as JSON", impossible);
        }
    }
}
