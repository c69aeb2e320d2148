package vn.lienthong.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Someone who calls the twins over real HTTP. */
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private String session = "none";

    Caller(String url) {
        this.url = url;
    }

    String session() {
        return session;
    }

    Caller signedIn() {
        return signedIn("tester");
    }

    Caller signedIn(String account) {
        session = login(account).path("session").asText();
        return this;
    }

    JsonNode login(String account) {
        return post("/portal/mapi/login", Map.of("username", account, "password", "any"));
    }

    JsonNode create(ObjectNode... items) {
        return dossiers("False", items);
    }

    JsonNode update(ObjectNode... items) {
        return dossiers("True", items);
    }

    JsonNode dossiers(Object isUpdating, ObjectNode... items) {
        ObjectNode body = call("DongBoHoSoMC").putPOJO("isUpdating", isUpdating);
        body.putArray("data").addAll(List.of(items));
        return service(body);
    }

    JsonNode progress(ObjectNode... steps) {
        ObjectNode body = call("CapNhatTienDoHoSoMC");
        body.putArray("data").addAll(List.of(steps));
        return service(body);
    }

    JsonNode lookUp(String number) {
        return service(call("TraCuuHoSo").put("mahoso", number)).path("result");
    }

    ObjectNode call(String service) {
        return JSON.createObjectNode()
                .put("session", session)
                .put("madonvi", "H99")
                .put("service", service);
    }

    JsonNode service(ObjectNode body) {
        return post("/portal/mapi/g", body);
    }

    JsonNode post(String path, Object body) {
        return json(send("POST", path, JSON.valueToTree(body).toString()).body());
    }

    JsonNode get(String path) {
        return json(send("GET", path, "").body());
    }

    JsonNode stats() {
        return get("/__sim/portal/stats");
    }

    JsonNode history(String number) {
        return get("/__sim/portal/dossiers/" + number).path("history");
    }

    int put(String path, String body) {
        return send("PUT", path, body).statusCode();
    }

    void fault(String json) {
        if (put("/__sim/portal/faults", json) != 200) {
            throw new AssertionError(json);
        }
    }

    void behaviour(String json) {
        if (put("/__sim/portal/behaviour", json) != 200) {
            throw new AssertionError(json);
        }
    }

    HttpResponse<byte[]> send(String method, String path, String body) {
        try {
            return raw(method, path, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    HttpResponse<byte[]> raw(String method, String path, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
