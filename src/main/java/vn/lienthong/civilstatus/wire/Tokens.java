package vn.lienthong.civilstatus.wire;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;

/** The token of the platform, fetched when the last is about to end; each node has its own. Its bytes are no evidence. */
@Component("civilStatusTokens")
class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final int LONGEST = 64 * 1024;

    private final PartnerHttp http;
    private final Partners partners;
    private final Contract contract;
    private final CivilStatusProperties settings;
    private final GatewayClock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Token given;

    Tokens(PartnerHttp http, Partners partners, Contract contract, CivilStatusProperties settings, GatewayClock clock) {
        this.http = http;
        this.partners = partners;
        this.contract = contract;
        this.settings = settings;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /** A token that still lives; empty when none is given in time. */
    Optional<String> current(String partner, Duration longest) {
        Optional<String> known = alive();
        return known.isPresent() ? known : inTurn(partner, longest);
    }

    /** The platform did not take this token: the next call fetches another. */
    void refused(String token) {
        Token now = given;
        if (now != null && now.value().equals(token)) {
            given = null;
        }
    }

    private Optional<String> alive() {
        return Optional.ofNullable(given)
                .filter(token -> clock.now().isBefore(token.until()))
                .map(Token::value);
    }

    private Optional<String> inTurn(String partner, Duration longest) {
        try {
            if (!turn.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Optional<String> meanwhile = alive();
            return meanwhile.isPresent() ? meanwhile : fetch(partner, longest);
        } finally {
            turn.unlock();
        }
    }

    private Optional<String> fetch(String partner, Duration longest) {
        Optional<String> secret = settings.secret().read();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        String pair = settings.key() + ":" + secret.get();
        WireAnswer answer = http.post(
                partner,
                new WireRequest(
                        URI.create(partners.get(partner).url() + contract.token()),
                        Map.of(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                        "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII),
                        longest,
                        () -> true,
                        LONGEST));
        return answer instanceof WireAnswer.Answered answered && answered.ok()
                ? keep(answered.bytes())
                : Optional.empty();
    }

    private Optional<String> keep(byte[] bytes) {
        try {
            JsonNode told = JSON.readTree(bytes);
            String token = told == null ? "" : told.path("access_token").asText("");
            // it goes into a header
            if (!token.matches("[\\x21-\\x7e]{1,4000}")) {
                return Optional.empty();
            }
            long seconds = told.path("expires_in").asLong(300);
            Duration life = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_LIFE.toSeconds()));
            given = new Token(token, clock.now().plus(life).minus(EARLY));
            return Optional.of(token);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
