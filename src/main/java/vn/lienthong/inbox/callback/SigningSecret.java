package vn.lienthong.inbox.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** The key that a receiver shares with us, as Standard Webhooks has it: {@code whsec_} and 24 to 64 bytes in base64. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record SigningSecret(byte[] key) {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int MADE = 32;

    /** The secret as its receiver wrote it; refuses with 422 what is none. */
    static SigningSecret read(String text) {
        byte[] key = decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        if (key == null || key.length < SHORTEST || key.length > LONGEST) {
            throw new ProblemException(Problem.at(
                    422,
                    "INBOX-CALLBACK-SECRET",
                    "/secret",
                    "secret phải là whsec_ và 24 đến 64 byte dạng base64; bỏ trống thì hệ thống tự tạo.",
                    "secret must be whsec_ and 24 to 64 bytes in base64; without one the gateway makes it."));
        }
        return new SigningSecret(key);
    }

    /** A new one. */
    static SigningSecret made(SecureRandom random) {
        byte[] key = new byte[MADE];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /** As it is shown, once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The value of {@code webhook-signature} for this message. */
    String sign(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
