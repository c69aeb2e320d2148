package vn.lienthong.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * Tokens that partners give for a name and a secret (OAuth 2 client credentials), one for each partner, fetched when the last
 * is about to end; each node has its own. The bytes of such a call hold a secret and are no evidence.
 */
@Component
public class ClientTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final int LARGEST_ANSWER = 64 * 1024;
    /** It goes into a header. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4000}");

    private final PartnerHttp http;
    private final Partners partners;
    private final GatewayClock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** Tokens of these partners. */
    public ClientTokens(PartnerHttp http, Partners partners, GatewayClock clock) {
        this.http = http;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Who we are at a partner.
     *
     * @param path where it gives tokens, below its address
     */
    public record Client(String path, @Nullable String name, Secret secret) {}

    private record Token(String value, Instant until) {}

    /** One fetches, the others wait for what it brings. */
    private static final class Kept {
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Token token;
    }

    /** A token that still lives; empty when none is given within this time. */
    public Optional<String> current(String partner, Client client, Duration longest) {
        Kept own = kept.computeIfAbsent(partner, id -> new Kept());
        Optional<String> known = alive(own);
        return known.isPresent() ? known : inTurn(own, partner, client, longest);
    }

    /** The partner did not take this token: the next call fetches another. */
    public void refused(String partner, String token) {
        Kept own = kept.get(partner);
        if (own != null) {
            Token now = own.token;
            if (now != null && now.value().equals(token)) {
                own.token = null;
            }
        }
    }

    /** The partner takes no token that was given before: the next call fetches another. */
    public void refused(String partner) {
        kept.remove(partner);
    }

    private Optional<String> alive(Kept own) {
        return Optional.ofNullable(own.token)
                .filter(token -> clock.now().isBefore(token.until()))
                .map(Token::value);
    }

    private Optional<String> inTurn(Kept own, String partner, Client client, Duration longest) {
        long end = clock.monotonicNanos() + longest.toNanos();
        try {
            if (!own.turn.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Optional<String> meanwhile = alive(own);
            Duration left = Duration.ofNanos(end - clock.monotonicNanos());
            return meanwhile.isPresent() || !left.isPositive() ? meanwhile : fetch(own, partner, client, left);
        } finally {
            own.turn.unlock();
        }
    }

    private Optional<String> fetch(Kept own, String partner, Client client, Duration longest) {
        Optional<String> secret = client.secret().read();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        byte[] pair = (client.name() + ":" + secret.get()).getBytes(StandardCharsets.UTF_8);
        WireAnswer answer = http.post(
                partner,
                new WireRequest(
                        URI.create(partners.get(partner).url() + client.path()),
                        Map.of(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair),
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                        "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII),
                        longest,
                        () -> true,
                        LARGEST_ANSWER));
        return answer instanceof WireAnswer.Answered answered && answered.ok()
                ? keep(own, answered.bytes())
                : Optional.empty();
    }

    private Optional<String> keep(Kept own, byte[] bytes) {
        try {
            JsonNode told = JSON.readTree(bytes);
            String token = told == null ? "" : told.path("access_token").asText("");
            if (!TOKEN.matcher(token).matches()) {
                return Optional.empty();
            }
            long seconds = told.path("expires_in").asLong(300);
            Duration life = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_LIFE.toSeconds()));
            own.token = new Token(token, clock.now().plus(life).minus(EARLY));
            return Optional.of(token);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
