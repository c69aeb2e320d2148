package vn.lienthong.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Looks at the population register's twin from outside and turns its knobs. */
public record PopulationTwin(String simulators) {
    /** Its counters. */
    public JsonNode stats() {
        return get("/stats");
    }

    /** Everybody in it. */
    public JsonNode people() {
        return get("/people").path("people");
    }

    /** Lets every call go wrong in this way. */
    public void fault(String mode, int delayMs) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("mode", mode)
                .put("delayMs", delayMs)
                .toString();
        Http.send("PUT", simulators + "/__sim/population/faults", body).expect(200);
    }

    private JsonNode get(String path) {
        return Http.send("GET", simulators + "/__sim/population" + path, null)
                .expect(200)
                .json();
    }
}
