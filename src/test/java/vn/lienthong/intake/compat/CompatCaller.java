package vn.lienthong.intake.compat;

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
import java.util.Base64;
import java.util.List;

/** Software of a one-stop system as it is today: plain HTTP, JSON put together by hand. */
public final class CompatCaller {
    public static final ObjectMapper JSON = new ObjectMapper();
    public static final String DIRECT = "/compat/dvcqg/mapi/g";
    public static final String PROXY = "/compat/proxy/api/SynsTTHCC/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public CompatCaller(int port) {
        this.port = port;
    }

    /** An answer as it came. */
    public record Answer(int status, String body, HttpResponse<String> raw) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }

        public String code() {
            return json().path("error_code").asText();
        }

        public String message() {
            return json().path("message").asText();
        }

        public JsonNode result() {
            return json().path("result");
        }

        /** What stands, once more as JSON, in the message of the proxy form. */
        public JsonNode inner() {
            try {
                return JSON.readTree(message());
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }
    }

    public String login(String client) {
        return login(client, "sandbox-" + client).json().path("session").asText();
    }

    public Answer login(String client, String secret) {
        ObjectNode body = JSON.createObjectNode().put("username", client).put("password", secret);
        return post("/compat/dvcqg/mapi/login", body.toString().getBytes(StandardCharsets.UTF_8), "dstcode", "VN:G22");
    }

    public String token(String client) {
        byte[] pair = (client + ":sandbox-" + client).getBytes(StandardCharsets.UTF_8);
        Answer answer = send(request("/oauth2/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return answer.json().path("access_token").asText();
    }

    public static ObjectNode call(String session, String agency, String service) {
        return JSON.createObjectNode()
                .put("session", session)
                .put("madonvi", agency)
                .put("service", service);
    }

    public Answer dossiers(String session, String agency, boolean updating, List<? extends JsonNode> items) {
        ObjectNode call = call(session, agency, "DongBoHoSoMC").put("isUpdating", updating ? "True" : "False");
        call.putArray("data").addAll(items);
        return direct(call);
    }

    public Answer steps(String session, String agency, List<? extends JsonNode> items) {
        ObjectNode call = call(session, agency, "CapNhatTienDoHoSoMC");
        call.putArray("data").addAll(items);
        return direct(call);
    }

    public Answer lookUp(String session, String agency, String number) {
        return direct(call(session, agency, "TraCuuHoSo").put("mahoso", number));
    }

    public Answer direct(JsonNode call) {
        return direct(call.toString());
    }

    public Answer direct(String body) {
        return post(DIRECT, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
