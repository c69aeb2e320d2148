package vn.lienthong.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;

/**
 * How the content of events is read and written, apart from any setting of the application: the digest that tells a repeat
 * is taken over these bytes. Times keep their offset, decimals their digits, empty texts stay; the order of names inside
 * {@code national} says nothing.
 */
public final class DossierJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .withConfigOverride(List.class, list -> list.setInclude(nonEmpty()))
            .withConfigOverride(Map.class, map -> map.setInclude(nonEmpty()))
            .build();

    private DossierJson() {}

    /** The mapper; nobody changes it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static JsonInclude.Value nonEmpty() {
        return JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
    }
}
