package vn.lienthong.simulator.internal;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One HTTP call as a twin sees it: free of the server's own types, its path already cut and decoded. */
public final class Call {
    private final String method;
    private final List<String> path;
    private final Map<String, String> query;
    private final byte[] body;
    private final UnaryOperator<String> headers;

    private Call(
            String method, List<String> path, Map<String, String> query, byte[] body, UnaryOperator<String> headers) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.body = body;
        this.headers = headers;
    }

    static Call of(Request request) {
        String[] parts = request.getUrl().split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
            }
        }
        List<String> path = Arrays.stream(parts[0].split("/"))
                .filter(segment -> !segment.isEmpty())
                // a plus is a plus in a path, and only there
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        byte[] body = request.getBody();
        return new Call(request.getMethod().getName(), path, query, body == null ? new byte[0] : body, name -> {
            String value = request.getHeader(name);
            return value == null ? "" : value;
        });
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** The HTTP method in capitals. */
    public String method() {
        return method;
    }

    /** The path's segments, decoded; empty for the root. */
    public List<String> path() {
        return path;
    }

    /** The query parameters, the last of equal names. */
    public Map<String, String> query() {
        return query;
    }

    /** A header's value; empty where it is not there. */
    public String header(String name) {
        return headers.apply(name);
    }

    /** The body's exact bytes; empty when there is none. Not to be changed. */
    public byte[] body() {
        return body;
    }
}
