package vn.lienthong.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/** Looks at the post's twin from outside and turns its knobs. */
public record PostTwin(String simulators) {
    /** Its counters. */
    public JsonNode stats() {
        return get("/stats");
    }

    /** The orders it took. */
    public JsonNode orders() {
        return get("/orders").path("orders");
    }

    /** Lets calls of one service, or of all where it is empty, go wrong. */
    public void fault(String mode, String service, int delayMs) {
        put(
                "/faults",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("mode", mode)
                        .put("service", service)
                        .put("delayMs", delayMs)
                        .put("retryAfter", 0));
    }

    /** Everything works again. */
    public void heal() {
        fault("none", "", 0);
    }

    /** How its pages come: whole, shortened, reordered, repeated. */
    public void pages(String how) {
        put("/behaviour", JsonNodeFactory.instance.objectNode().put("page", how));
    }

    /** So many first rows of the feed of attempts are gone. */
    public void skip(int rows) {
        put("/behaviour", JsonNodeFactory.instance.objectNode().put("skipped", rows));
    }

    /** What it does with an order number that it has: {@code known} or {@code error}. */
    public void repeats(String how) {
        put("/behaviour", JsonNodeFactory.instance.objectNode().put("repeats", how));
    }

    /** Something happens to the parcel of an order, so many times a second apart. */
    public void happens(String order, int code, Instant at, int times) {
        JsonNode wish = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("at", at.toString())
                .put("times", times);
        Http.send("POST", simulators + "/__sim/post/orders/" + order + "/events", wish.toString())
                .expect(200);
    }

    /** It knows of nothing any more. */
    public void empty() {
        Http.send("DELETE", simulators + "/__sim/post", null).expect(200);
    }

    private JsonNode get(String path) {
        return Http.send("GET", simulators + "/__sim/post" + path, null)
                .expect(200)
                .json();
    }

    private void put(String path, JsonNode body) {
        Http.send("PUT", simulators + "/__sim/post" + path, body.toString()).expect(200);
    }
}
