package vn.lienthong.post.order;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;
import vn.lienthong.post.PostCodes;
import vn.lienthong.post.PostMeaning;
import vn.lienthong.post.order.OrderProperties.Form;

/** Calls of the post's services, signed in as each of them wants it; a token that is over is renewed once. */
@Component
public class PostLine {
    private static final int LONGEST_FEED = 64 << 20;

    private final PartnerHttp http;
    private final Partners partners;
    private final ClientTokens tokens;
    private final PostCodes codes;
    private final OrderProperties settings;

    PostLine(PartnerHttp http, Partners partners, ClientTokens tokens, PostCodes codes, OrderProperties settings) {
        this.http = http;
        this.partners = partners;
        this.tokens = tokens;
        this.codes = codes;
        this.settings = settings;
    }

    /** Posts what goes out for this batch, within its lease, which is looked at just before the first byte leaves. */
    WireAnswer post(String path, byte[] body, DeliveryBatch batch) {
        String partner = batch.partner();
        return signedIn(
                partner,
                longest(partner, batch),
                (headers, query) -> http.post(
                        partner,
                        new WireRequest(
                                address(partner, path, query),
                                headers,
                                body,
                                longest(partner, batch),
                                batch::markLeaving)));
    }

    private Duration longest(String partner, DeliveryBatch batch) {
        Partner entry = partners.get(partner);
        Duration most = entry.connectTimeout().plus(entry.readTimeout());
        Duration left = batch.lease().remaining();
        return left.compareTo(most) < 0 ? left : most;
    }

    /** Reads, or calls what the post wants called by reading. */
    public WireAnswer get(String partner, String path, Map<String, String> query) {
        Partner entry = partners.get(partner);
        Duration longest = entry.connectTimeout().plus(entry.readTimeout());
        return signedIn(partner, longest, (headers, signed) -> {
            Map<String, String> all = new LinkedHashMap<>(signed);
            all.putAll(query);
            return http.get(partner, address(partner, path, all), headers, longest, LONGEST_FEED);
        });
    }

    private WireAnswer signedIn(String partner, Duration longest, Conversation talk) {
        for (boolean renewed = false; ; renewed = true) {
            Optional<String> token = settings.form() == Form.DIRECT
                    ? settings.secret().read()
                    : tokens.current(partner, settings.client(), longest.dividedBy(2));
            if (token.isEmpty()) {
                report(partner, false);
                return new WireAnswer.NotLeft("không có mã truy cập / no token was given", false);
            }
            WireAnswer answer = talk.hold(headers(token.get()), query(token.get()));
            boolean over = answer instanceof WireAnswer.Answered answered
                    && !answered.ok()
                    && codes.ofStatus(answered.status()) == PostMeaning.SESSION;
            if (!over || renewed || settings.form() == Form.DIRECT) {
                learn(partner, answer);
                return answer;
            }
            tokens.refused(partner, token.get());
        }
    }

    private Map<String, String> headers(String token) {
        return switch (settings.form()) {
            case NGSP -> Map.of("Accept", "application/json", "Authorization", "Bearer " + token);
            case LGSP -> Map.of("Accept", "application/json", "access_token", token);
            case DIRECT -> Map.of("Accept", "application/json");
        };
    }

    private Map<String, String> query(String token) {
        return settings.form() == Form.DIRECT ? Map.of("token", token) : Map.of();
    }

    private URI address(String partner, String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(partners.get(partner).url() + path);
        char before = '?';
        for (Map.Entry<String, String> each : query.entrySet()) {
            address.append(before)
                    .append(each.getKey())
                    .append('=')
                    .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            before = '&';
        }
        return URI.create(address.toString());
    }

    private void learn(String partner, WireAnswer answer) {
        switch (answer) {
            case WireAnswer.Answered answered -> report(partner, answered.status() < 500 || answered.status() == 503);
            case WireAnswer.NotLeft kept -> {
                if (!kept.ours()) {
                    report(partner, false);
                }
            }
            case WireAnswer.Lost lost -> report(partner, false);
            case WireAnswer.Broken broken -> report(partner, false);
        }
    }

    private void report(String partner, boolean works) {
        CircuitBreaker breaker = partners.breaker(partner);
        if (works) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("The way to " + partner + " fails"));
        }
    }

    private interface Conversation {
        WireAnswer hold(Map<String, String> headers, Map<String, String> query);
    }
}
