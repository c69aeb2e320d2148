package vn.lienthong.signing.internal;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks helpers over HTTP, and never waits longer than it is told to, however slowly an answer drips. */
final class HttpLoader implements DataLoader {
    private static final long MOST_BYTES = 16 << 20;

    private final transient HttpClient http;
    private final Duration longest;
    private final String contentType;
    private final transient AllowedAddresses allowed;

    HttpLoader(Duration connect, Duration read, String contentType, AllowedAddresses allowed) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // an answer must not lead elsewhere
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .build();
        this.longest = connect.plus(read);
        this.contentType = contentType;
        this.allowed = allowed;
    }

    @Override
    public byte[] get(String url) {
        return send(url, HttpRequest.newBuilder().GET());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException failure) {
                last = failure;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return send(
                url,
                HttpRequest.newBuilder().header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(content)));
    }

    @Override
    public void setContentType(String ignored) {
        // fixed, because one loader serves many threads
    }

    private byte[] send(String url, HttpRequest.Builder request) {
        URI address = allowed.resolve(url);
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(
                request.uri(address).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new Unanswered(Unanswered.How.STATUS, address + " answered HTTP " + answer.statusCode(), null);
            }
            return answer.body();
        } catch (TimeoutException slow) {
            call.cancel(true);
            throw new Unanswered(
                    Unanswered.How.SLOW, address + " did not answer within " + longest.toMillis() + " ms", slow);
        } catch (ExecutionException failure) {
            throw new Unanswered(Unanswered.How.UNREACHED, address + ": " + failure.getCause(), failure);
        } catch (InterruptedException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException("interrupted while waiting for " + address, stopped);
        }
    }
}
