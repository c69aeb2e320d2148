package vn.lienthong.simulator.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param accepted events that are durably stored
 * @param refusals the others, by status and code
 * @param heldBack how often an event was asked to come later; it then came again
 * @param nanos time of each answered call, in ascending order; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LoadReport(int accepted, Map<String, Integer> refusals, long heldBack, Duration took, long[] nanos) {
    /** Puts the times in order. */
    public LoadReport {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** Events that were not accepted. */
    public int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Accepted events in a second. */
    public double perSecond() {
        return accepted * 1e9 / Math.max(1, took.toNanos());
    }

    /** The time that this share of the calls did not exceed. */
    public double millis(double percent) {
        int place = (int) Math.ceil(nanos.length * percent / 100) - 1;
        return nanos.length == 0 ? 0 : nanos[Math.max(0, place)] / 1e6;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Đã nhận / accepted %d, từ chối / refused %d, hẹn lại / held back %d%n%.1f s, %.0f/s, p50 %.1f ms, p99"
                        + " %.1f ms%n",
                accepted,
                refused(),
                heldBack,
                took.toMillis() / 1000.0,
                perSecond(),
                millis(50),
                millis(99)));
        refusals.forEach((code, count) ->
                text.append("  ").append(code).append(": ").append(count).append('\n'));
        return text.toString();
    }

    /** For programs. */
    public String json() {
        ObjectNode whole = new JsonMapper()
                .createObjectNode()
                .put("accepted", accepted)
                .put("refused", refused())
                .put("heldBack", heldBack)
                .put("seconds", took.toMillis() / 1000.0)
                .put("perSecond", Math.round(perSecond() * 10) / 10.0)
                .put("p50Millis", Math.round(millis(50) * 100) / 100.0)
                .put("p99Millis", Math.round(millis(99) * 100) / 100.0);
        refusals.forEach(whole.putObject("refusals")::put);
        return whole + "\n";
    }
}
