package vn.lienthong.simulator.internal.population;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;

/**
 * What stands in the headers of a call. Nobody has to sign in here; who does, must do it in a form that a real door would
 * take: a token that was handed out, or a digest with a time that is not old.
 */
final class Headers {
    private static final long OLDEST_MILLIS = 300_000;

    private final Tokens tokens;
    private final Clock clock;

    Headers(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What is wrong with them. */
    Optional<String> fault(Call call) {
        String authorization = call.header("Authorization");
        if (authorization.startsWith("Bearer ")) {
            return tokens.knows(authorization.substring(7))
                    ? Optional.empty()
                    : Optional.of("Mã truy cập không hợp lệ hoặc đã hết hạn");
        }
        if (authorization.startsWith("Basic ")) {
            return digest(authorization.substring(6), call);
        }
        return Optional.empty();
    }

    /** Ends the token of this call. */
    boolean end(Call call) {
        String authorization = call.header("Authorization");
        if (!authorization.startsWith("Bearer ")) {
            return false;
        }
        tokens.end(authorization.substring(7));
        return true;
    }

    private Optional<String> digest(String basic, Call call) {
        String time = call.header("Timestamp");
        if (!time.matches("\\d{13}") || Math.abs(clock.millis() - Long.parseLong(time)) > OLDEST_MILLIS) {
            return Optional.of("Timestamp thiếu hoặc quá cũ");
        }
        if (call.header("X-Road-Client").isEmpty() || call.header("ApiKey").isEmpty()) {
            return Optional.of("Thiếu X-Road-Client hoặc ApiKey");
        }
        return plain(basic).matches("[^:]+:[0-9a-f]{64}") ? Optional.empty() : Optional.of("Chuỗi xác thực sai dạng");
    }

    private static String plain(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
