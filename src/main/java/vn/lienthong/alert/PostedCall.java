package vn.lienthong.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts a text. Follows no redirect, waits ten seconds, and takes only a 2xx for told. */
final class PostedCall {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final String header;
    private final @Nullable Path secret;

    PostedCall(URI url, String header, @Nullable Path secret) {
        this.url = url;
        this.header = header;
        this.secret = secret;
    }

    void send(String contentType, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(LONGEST)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        SecretFile.read(secret).ifPresent(value -> request.header(header, value));
        int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("HTTP " + status + " from " + url.getHost());
        }
    }
}
