package vn.lienthong.simulator.authority;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;

/**
 * How the time-stamp authority behaves.
 *
 * @param answer {@code right}; {@code refused}: a rejection; {@code other-data}: a stamp of something else;
 *     {@code other-nonce}: a stamp that answers another request
 * @param clockSeconds how far its clock is off
 */
record TimeStampBehaviour(String answer, long clockSeconds) {
    static final TimeStampBehaviour USUAL = new TimeStampBehaviour("right", 0);

    private static final Set<String> NAMES = Set.of("answer", "clockSeconds");
    private static final double TEN_YEARS = 315_360_000;

    static Reading<TimeStampBehaviour> read(JsonNode input) {
        ControlInput in = new ControlInput(input, NAMES);
        return in.reading(new TimeStampBehaviour(
                in.word("answer", USUAL.answer, "right", "refused", "other-data", "other-nonce"),
                (long) in.number("clockSeconds", 0, -TEN_YEARS, TEN_YEARS)));
    }

    ObjectNode write() {
        return Json.object().put("answer", answer).put("clockSeconds", clockSeconds);
    }
}
