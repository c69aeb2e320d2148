package vn.lienthong.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the portal's twin from outside and turns its knobs. */
public record PortalTwin(String simulators) {
    private static final int PAGE = 1000;

    /** Its counters. */
    public JsonNode stats() {
        return get("/stats");
    }

    /** Every effect on one dossier, in order; empty for one it does not know. */
    public List<JsonNode> history(String number) {
        Reply reply = Http.send("GET", simulators + "/__sim/portal/dossiers/" + number, null);
        return reply.status() == 404
                ? List.of()
                : items(reply.expect(200).json().path("history"));
    }

    /** Gives every effect on every dossier, in order. */
    public void history(Consumer<JsonNode> each) {
        history(0, each);
    }

    /** Gives every effect after the one with this number, in order; the number of the last. */
    public int history(int after, Consumer<JsonNode> each) {
        int last = after;
        JsonNode page;
        do {
            page = get("/history?full=true&limit=" + PAGE + "&after=" + last);
            page.path("items").forEach(each);
            last = page.path("items")
                    .path(page.path("items").size() - 1)
                    .path("number")
                    .asInt(last);
        } while (page.path("next").isNumber());
        return last;
    }

    /** Lets calls go wrong: this share of them, in this way. */
    public void fault(String mode, double rate, int delayMs) {
        put("/faults", body().put("mode", mode).put("rate", rate).put("delayMs", delayMs));
    }

    /** Lets calls of one service go wrong. */
    public void fault(String mode, String service, int delayMs) {
        put("/faults", body().put("mode", mode).put("service", service).put("delayMs", delayMs));
    }

    /** Everything works again. */
    public void heal() {
        put("/faults", body().put("mode", "none"));
    }

    /** Lets every call of one service, or of all where it is empty, go wrong; a wish to slow down names no time. */
    public void faultWithoutPause(String mode, String service, int delayMs) {
        put(
                "/faults",
                body().put("mode", mode)
                        .put("service", service)
                        .put("delayMs", delayMs)
                        .put("retryAfter", 0));
    }

    /** How much it tells of a dossier, and what one bad item does to the others of a call. */
    public void behaviour(String readBack, String batch) {
        put("/behaviour", body().put("readBack", readBack).put("batch", batch));
    }

    /** How much it tells of a dossier: {@code rich} or {@code poor}. */
    public void readBack(String how) {
        put("/behaviour", body().put("readBack", how));
    }

    private JsonNode get(String path) {
        return Http.send("GET", simulators + "/__sim/portal" + path, null)
                .expect(200)
                .json();
    }

    private void put(String path, JsonNode body) {
        Http.send("PUT", simulators + "/__sim/portal" + path, body.toString()).expect(200);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
