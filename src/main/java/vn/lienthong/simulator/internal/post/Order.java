package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.simulator.internal.Json;

/**
 * An order that the post took.
 *
 * @param number the customer's own number
 * @param item number of the parcel
 * @param content the whole order as received
 */
record Order(String number, String customer, String item, String at, boolean cancelled, JsonNode content) {
    Order cancel() {
        return new Order(number, customer, item, at, true, content);
    }

    static Order read(JsonNode line) {
        return new Order(
                line.path("number").asText(),
                line.path("customer").asText(),
                line.path("item").asText(),
                line.path("at").asText(),
                line.path("cancelled").asBoolean(),
                line.path("content"));
    }

    ObjectNode write() {
        ObjectNode line = Json.object();
        line.put("number", number).put("customer", customer).put("item", item);
        line.put("at", at).put("cancelled", cancelled);
        line.set("content", content);
        return line;
    }
}
