package vn.lienthong.access.internal.login;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.internal.factor.Secret;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/**
 * Secrets that are shown and not yet in force. They lie sealed in the session of whoever looks at them, so that what is given
 * up leaves nothing behind, and end a quarter of an hour later.
 */
@Component
final class Offers {
    private static final String KEPT = "lienthong.second-factor-offer";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String NONE = "-";

    private final SecureRandom random = new SecureRandom();
    private final DataSeal seal;
    private final GatewayClock clock;

    Offers(DataSeal seal, GatewayClock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** A secret and the factor in whose place it would come. */
    record Offer(Secret secret, @Nullable UUID replaced) {}

    Offer make(HttpSession session, String operator, @Nullable UUID replaced) {
        Offer offer = new Offer(Secret.make(random), replaced);
        session.setAttribute(
                KEPT,
                String.join(
                        " ",
                        Base64.getEncoder()
                                .encodeToString(seal.seal(offer.secret().bytes(), context(operator))),
                        Long.toString(clock.now().plus(LIFE).getEpochSecond()),
                        replaced == null ? NONE : replaced.toString()));
        return offer;
    }

    Optional<Offer> find(HttpSession session, String operator) {
        if (!(session.getAttribute(KEPT) instanceof String kept)) {
            return Optional.empty();
        }
        String[] parts = kept.split(" ", 3);
        if (Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(clock.now())) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                new Secret(seal.open(Base64.getDecoder().decode(parts[0]), context(operator))),
                parts[2].equals(NONE) ? null : UUID.fromString(parts[2])));
    }

    private static byte[] context(String operator) {
        return ("second-factor-offer:" + operator).getBytes(StandardCharsets.UTF_8);
    }
}
