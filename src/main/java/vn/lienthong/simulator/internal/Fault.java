package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One setting of a platform's fault knob.
 *
 * @param mode what goes wrong
 * @param rate share of the calls it hits, 0 to 1; default 1
 * @param delayMs how long {@code delay}, {@code slow-drip} and {@code late-effect} take; default 3000
 * @param service only calls of this service are hit ({@code login} too); empty, the default: all
 * @param retryAfter seconds announced by {@code throttle}; default 1
 */
record Fault(Mode mode, double rate, int delayMs, String service, int retryAfter) {
    static final Fault NONE = new Fault(Mode.NONE, 1, 3000, "", 1);

    private static final Set<String> NAMES = Set.of("mode", "rate", "delayMs", "service", "retryAfter");
    private static final int TEN_MINUTES = 600_000;

    static Reading<Fault> read(JsonNode input) {
        ControlInput fields = new ControlInput(input, NAMES);
        Mode mode = Mode.of(fields.text("mode", "")).orElse(null);
        if (mode == null) {
            fields.refuse("“mode” phải là một trong: " + Mode.words(), "'mode' must be one of: " + Mode.words());
            mode = Mode.NONE;
        }
        return fields.reading(new Fault(
                mode,
                fields.number("rate", NONE.rate(), 0, 1),
                (int) fields.number("delayMs", NONE.delayMs(), 0, TEN_MINUTES),
                fields.text("service", ""),
                (int) fields.number("retryAfter", NONE.retryAfter(), 0, 3600)));
    }

    /** Whether a call of this service is hit, this time. */
    boolean strikes(String called) {
        return mode != Mode.NONE
                && (service.isEmpty() || service.equals(called))
                && ThreadLocalRandom.current().nextDouble() < rate;
    }

    ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("mode", mode.word()).put("rate", rate).put("delayMs", delayMs);
        return node.put("service", service).put("retryAfter", retryAfter);
    }
}
