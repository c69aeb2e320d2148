package vn.lienthong.simulator.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the gateway as an agency's system does: a token by client credentials, then plain HTTP. One try per call. */
final class GatewayDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI gateway;
    private final String secretPrefix;

    GatewayDoor(URI gateway, String secretPrefix) {
        this.gateway = gateway;
        this.secretPrefix = secretPrefix;
    }

    /** Sends one event and gives the answer; a token that was refused is forgotten, so that the next try gets another. */
    HttpResponse<String> send(FeedEvent event) throws IOException, InterruptedException {
        return call(
                event.client(),
                request(event.path())
                        .header("Content-Type", event.contentType())
                        .header("Idempotency-Key", event.key())
                        .method(event.method(), BodyPublishers.ofString(event.body())));
    }

    /** Asks for a dossier. */
    HttpResponse<String> get(String client, String path) throws IOException, InterruptedException {
        return call(client, request(path).GET());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<String> call(String client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        String token = tokens.get(client);
        if (token == null) {
            Optional<HttpResponse<String>> refused = enter(client);
            if (refused.isPresent()) {
                return refused.get();
            }
            token = tokens.getOrDefault(client, "");
        }
        HttpResponse<String> answer =
                http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            tokens.remove(client);
        }
        return answer;
    }

    /** Gets a token, one caller for all that wait for it; gives the answer when there is none to be had. */
    private synchronized Optional<HttpResponse<String>> enter(String client) throws IOException, InterruptedException {
        if (tokens.containsKey(client)) {
            return Optional.empty();
        }
        HttpResponse<String> answer = signIn(client);
        if (answer.statusCode() != 200) {
            return Optional.of(answer);
        }
        tokens.put(client, token(answer));
        return Optional.empty();
    }

    private HttpResponse<String> signIn(String client) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder()
                .encodeToString((client + ":" + secretPrefix + client).getBytes(StandardCharsets.UTF_8));
        return http.send(
                request("/oauth2/token")
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> answer) throws IOException {
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        if (token.isEmpty()) {
            throw new IOException("The token answer holds no token");
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }
}
