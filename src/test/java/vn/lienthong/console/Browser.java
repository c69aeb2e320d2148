package vn.lienthong.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script: cookies, links, forms. It follows redirects and says where it ended. */
public final class Browser {
    /** A page as it came. */
    public record Page(int status, URI address, String text, HttpResponse<String> raw) {
        public Document html() {
            return Jsoup.parse(text, address.toString());
        }

        public Element one(String selector) {
            Element found = html().selectFirst(selector);
            if (found == null) {
                throw new AssertionError("No " + selector + " at " + address + " (" + status + ")\n" + text);
            }
            return found;
        }

        public boolean has(String selector) {
            return html().selectFirst(selector) != null;
        }

        public String main() {
            return one("main").text();
        }

        public Page expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("Expected " + wanted + " but was " + status + " at " + address + "\n" + text);
            }
            return this;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    /** Somebody of the sandbox, signed in. */
    public static Browser of(int port, String user) {
        Browser browser = new Browser(port);
        Page form = browser.get("/login");
        Page first = browser.submit(form.one("form"), Map.of("username", user, "password", user));
        if (!first.address().getPath().equals("/")) {
            throw new AssertionError(user + " was not let in");
        }
        return browser;
    }

    public Page get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a form as a person fills it: what stands in it, and over that what is typed. */
    public Page submit(Element form, Map<String, String> typed) {
        Map<String, String> fields = new TreeMap<>();
        form.select("input[name], textarea[name], select[name]").forEach(field -> {
            if (field.tagName().equals("select")) {
                Element chosen = field.selectFirst("option[selected]");
                fields.put(field.attr("name"), (chosen == null ? field.child(0) : chosen).attr("value"));
            } else if (!field.attr("type").equals("checkbox")) {
                fields.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val());
            }
        });
        fields.putAll(typed);
        return form.attr("method").equals("post")
                ? post(form.attr("action"), fields)
                : get(form.attr("action") + "?" + encoded(fields));
    }

    public Page post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.uri(), answer.body(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
