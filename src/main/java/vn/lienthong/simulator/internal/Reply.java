package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a twin answers before any fault spoils it. */
public final class Reply {
    static final String JSON = "application/json;charset=UTF-8";

    private final int status;
    private final String contentType;
    private final byte[] body;

    private Reply(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    /** A JSON answer. */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON, Json.bytes(body));
    }

    /** An answer in some other form. */
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body);
    }

    /** A refusal that says why in both languages. */
    public static Reply refusal(int status, String vietnamese, String english) {
        ObjectNode body = Json.object();
        body.put("status", status).put("vi", vietnamese).put("en", english);
        return json(status, body);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }
}
