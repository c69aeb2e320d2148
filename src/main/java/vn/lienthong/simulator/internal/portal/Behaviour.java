package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;

/**
 * How the portal behaves where its real manners are not public.
 *
 * @param readBack {@code rich}: look-ups return the last full item and all steps; {@code poor}: status and dates only
 * @param batch what one bad item does to the others of a call
 * @param fields {@code core}: an item must hold what it means nothing without; {@code all}: every required field
 * @param codes whether {@code error_code} is written as a {@code string} or as a {@code number}
 * @param sessionSeconds how long a session lives; 0: as the process was configured
 */
record Behaviour(String readBack, Batch batch, String fields, String codes, int sessionSeconds) {
    static final Behaviour USUAL = new Behaviour("rich", Batch.PER_ITEM, "core", "string", 0);

    private static final Set<String> NAMES = Set.of("readBack", "batch", "fields", "codes", "sessionSeconds");
    private static final int DAY = 86_400;

    /** This behaviour with the fields of the input changed and the others kept. */
    Reading<Behaviour> with(JsonNode input) {
        ControlInput in = new ControlInput(input, NAMES);
        String word = in.word(
                "batch", batch.word(), Batch.PER_ITEM.word(), Batch.ALL_OR_NOTHING.word(), Batch.FIRST_ERROR.word());
        return in.reading(new Behaviour(
                in.word("readBack", readBack, "rich", "poor"),
                Batch.of(word).orElse(batch),
                in.word("fields", fields, "core", "all"),
                in.word("codes", codes, "string", "number"),
                (int) in.number("sessionSeconds", sessionSeconds, 0, DAY)));
    }

    ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("readBack", readBack).put("batch", batch.word()).put("fields", fields);
        return node.put("codes", codes).put("sessionSeconds", sessionSeconds);
    }

    boolean rich() {
        return readBack.equals("rich");
    }

    boolean allFields() {
        return fields.equals("all");
    }

    boolean numericCodes() {
        return codes.equals("number");
    }
}
