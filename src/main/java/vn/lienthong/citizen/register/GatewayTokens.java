package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** Tokens of sharing platforms (client credentials), one for each register, fetched when the last is about to end. */
@Component
class GatewayTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int LONGEST = 64 * 1024;

    private final PartnerHttp http;
    private final Partners partners;
    private final GatewayClock clock;
    private final Map<String, Token> given = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();

    GatewayTokens(PartnerHttp http, Partners partners, GatewayClock clock) {
        this.http = http;
        this.partners = partners;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /** A token that still lives; empty when none is given in time. */
    Optional<String> current(String partnerId, RegisterDoor door, Duration longest) {
        Optional<String> known = alive(partnerId);
        return known.isPresent() ? known : inTurn(partnerId, door, longest);
    }

    /** The register did not take this token: the next call fetches another. */
    void refused(String partnerId) {
        given.remove(partnerId);
    }

    private Optional<String> alive(String partnerId) {
        return Optional.ofNullable(given.get(partnerId))
                .filter(token -> clock.now().isBefore(token.until()))
                .map(Token::value);
    }

    /** One fetches, the others wait for what it brings. */
    private Optional<String> inTurn(String partnerId, RegisterDoor door, Duration longest) {
        long started = clock.monotonicNanos();
        try {
            if (!turn.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Optional<String> meanwhile = alive(partnerId);
            Duration left = longest.minusNanos(clock.monotonicNanos() - started);
            return meanwhile.isPresent() || !left.isPositive() ? meanwhile : fetch(partnerId, door, left);
        } finally {
            turn.unlock();
        }
    }

    private Optional<String> fetch(String partnerId, RegisterDoor door, Duration longest) {
        Optional<String> secret = door.secret().read();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = Map.of(
                "Authorization",
                "Basic " + HeaderSigner.base64(door.user() + ":" + secret.get()),
                "Content-Type",
                "application/x-www-form-urlencoded");
        WireAnswer answer = http.post(
                partnerId,
                new WireRequest(
                        URI.create(partners.get(partnerId).url() + door.tokenPath()),
                        headers,
                        "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII),
                        longest,
                        () -> true,
                        LONGEST));
        return answer instanceof WireAnswer.Answered answered && answered.ok()
                ? keep(partnerId, answered.bytes())
                : Optional.empty();
    }

    private Optional<String> keep(String partnerId, byte[] bytes) {
        try {
            JsonNode told = JSON.readTree(bytes);
            String token = told.path("access_token").asText();
            if (token.isEmpty()) {
                return Optional.empty();
            }
            Duration life = Duration.ofSeconds(told.path("expires_in").asLong(300));
            given.put(partnerId, new Token(token, clock.now().plus(life).minus(EARLY)));
            return Optional.of(token);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
