package vn.lienthong.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import vn.lienthong.access.HttpDriver.Answer;

/** Somebody's phone with an authenticator app, written from RFC 6238 and not from our own code. */
record Phone(String key) {
    /** Types the key that a page shows. */
    static Phone reading(Answer page) {
        return new Phone(Jsoup.parse(page.body()).select("code.key").text().replace(" ", ""));
    }

    /** What it shows so many half minutes from then. */
    String code(Instant at, int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(key), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(at.getEpochSecond() / 30 + steps)
                    .array());
            int cut = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(cut % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
