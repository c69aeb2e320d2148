package vn.lienthong.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answer's value; missing when there is none. */
    public JsonNode json() {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException other) {
            throw new AssertionError("No JSON: " + text, other);
        }
    }

    /** The problem's code. */
    public String code() {
        return json().path("code").asText();
    }

    /** A header, or nothing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Itself, when it has this status; fails with what was answered otherwise. */
    public Reply expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("Expected " + wanted + " but was " + status + ": " + text);
        }
        return this;
    }
}
