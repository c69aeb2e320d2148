package vn.lienthong.access.internal.token;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.lienthong.kernel.GatewayClock;

/** Checks a token's time by the gateway's clock and tells "expired" apart from every other fault. */
record TokenLife(GatewayClock clock, Duration leeway) implements OAuth2TokenValidator<Jwt> {
    static final String EXPIRED = "token_expired";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant end = token.getExpiresAt();
        Instant begin = token.getNotBefore();
        if (end == null || (begin != null && begin.minus(leeway).isAfter(clock.now()))) {
            return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        }
        return isOver(end)
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED))
                : OAuth2TokenValidatorResult.success();
    }

    boolean isOver(Instant end) {
        return !end.plus(leeway).isAfter(clock.now());
    }
}
