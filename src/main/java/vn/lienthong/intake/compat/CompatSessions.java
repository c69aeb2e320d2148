package vn.lienthong.intake.compat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.kernel.Sha256;

/**
 * Sessions of the direct form: 256 random bits each, known to every node, over some time after their last use. A client may
 * hold many at a time, because today's software signs in from several processes. What a client may do is asked anew at
 * each call.
 */
@Component
class CompatSessions {
    private static final int BYTES = 32;
    private static final int LENGTH = BYTES * 2;

    private final CompatSessionRepository sessions;
    private final Callers callers;
    private final SecureRandom random = new SecureRandom();

    CompatSessions(CompatSessionRepository sessions, Callers callers) {
        this.sessions = sessions;
        this.callers = callers;
    }

    /** Signs a client in; empty when name and secret do not belong together. */
    Optional<String> open(String clientId, String secret, HttpServletRequest request) {
        return callers.bySecret(clientId, secret, request).map(caller -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String session = HexFormat.of().formatHex(bytes);
            sessions.open(hash(session), caller.clientId());
            return session;
        });
    }

    /** Whose session this is, if it is alive; it then lives on. */
    Optional<Caller> caller(String session) {
        return session.length() == LENGTH ? sessions.use(hash(session)).flatMap(callers::byClientId) : Optional.empty();
    }

    /** Removes what is over. */
    @Scheduled(fixedDelay = 60_000)
    void forgetOver() {
        sessions.forgetOver();
    }

    private static byte[] hash(String session) {
        return Sha256.of(session.getBytes(StandardCharsets.UTF_8));
    }
}
