package vn.lienthong.access.internal.token;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.lienthong.kernel.GatewayClock;

/** Checks a token's time by the gateway's clock and tells "expired" apart from every other fault. */
record TokenLife(GatewayClock clock) implements OAuth2TokenValidator<Jwt> {
    static final String EXPIRED = "token_expired";
    /** Nodes' clocks may differ by this much. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant end = token.getExpiresAt();
        Instant begin = token.getNotBefore();
        if (end == null || (begin != null && begin.minus(LEEWAY).isAfter(clock.now()))) {
            return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        }
        return isOver(end)
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED))
                : OAuth2TokenValidatorResult.success();
    }

    boolean isOver(Instant end) {
        return !end.plus(LEEWAY).isAfter(clock.now());
    }
}
