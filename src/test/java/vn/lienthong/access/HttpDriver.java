package vn.lienthong.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caller outside: plain HTTP, with or without a cookie jar of its own. */
final class HttpDriver {
    /** An answer as it came. */
    record Answer(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(body, notJson);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        @Nullable
        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        List<String> cookies() {
            return raw.headers().allValues("Set-Cookie");
        }
    }

    final Map<String, String> cookies = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    int port() {
        return port;
    }

    HttpDriver(int port) {
        this.port = port;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    Answer form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any call, without a body. */
    Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    Answer tokenAnswer(String client, String secret) {
        return form(
                "/oauth2/token", Map.of("grant_type", "client_credentials"), "Authorization", basic(client, secret));
    }

    String token(String client) {
        return tokenAnswer(client, "sandbox-" + client)
                .json()
                .path("access_token")
                .asText();
    }

    static String basic(String client, String secret) {
        byte[] pair = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Signs in like a browser: the page first, then the form with its hidden field. */
    Answer signIn(String user, String password) {
        return signIn(user, password, "/");
    }

    Answer signIn(String user, String password, String back) {
        Answer page = get("/login?to=" + encoded(back), "Accept", "text/html");
        return form(
                "/login",
                Map.of("username", user, "password", password, "to", back, "_csrf", hidden(page.body(), "_csrf")));
    }

    static String hidden(String html, String name) {
        String field = html.substring(html.indexOf("name=\"" + name + "\""));
        String value = field.substring(field.indexOf("value=\"") + 7);
        return value.substring(0, value.indexOf('"'));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String pair = set.split(";", 2)[0];
                String[] parts = pair.split("=", 2);
                if (parts[1].isEmpty() || set.contains("Max-Age=0")) {
                    cookies.remove(parts[0]);
                } else {
                    cookies.put(parts[0], parts[1]);
                }
            }
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
