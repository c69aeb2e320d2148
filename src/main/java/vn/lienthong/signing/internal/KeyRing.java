package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.SigningProperties;

/** The keys of the settings. A file that was replaced is read again at its next use, so that a new key needs no restart. */
final class KeyRing {
    private final Map<String, SigningProperties.Key> settings;
    private final GatewayClock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String state, SigningKey key) {}

    KeyRing(Map<String, SigningProperties.Key> settings, GatewayClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    SigningKey key(String id) {
        SigningProperties.Key wanted = settings.get(id);
        if (wanted == null) {
            throw refusal(id, "không có trong lienthong.signing.keys", "is not in lienthong.signing.keys");
        }
        SigningKey key = read(id, wanted);
        try {
            key.certificate().checkValidity(Date.from(clock.now()));
        } catch (CertificateException outside) {
            throw refusal(
                    id,
                    "chứng thư chỉ có hiệu lực từ "
                            + key.certificate().getNotBefore().toInstant() + " đến "
                            + key.certificate().getNotAfter().toInstant(),
                    "its certificate is valid only from "
                            + key.certificate().getNotBefore().toInstant() + " to "
                            + key.certificate().getNotAfter().toInstant());
        }
        if (!key.strong()) {
            throw refusal(
                    id,
                    "cần khóa RSA từ 2048 bit hoặc ECDSA từ P-256",
                    "an RSA key of 2048 bits or an ECDSA key on P-256 is the least");
        }
        return key;
    }

    private SigningKey read(String id, SigningProperties.Key wanted) {
        try {
            String state = Places.state(wanted.file());
            Held known = held.get(id);
            if (known != null && known.state().equals(state)) {
                return known.key();
            }
            SigningKey key = KeyFile.open(wanted);
            held.put(id, new Held(state, key));
            return key;
        } catch (IOException | GeneralSecurityException unreadable) {
            String reason = wanted.file() + ": " + unreadable.getMessage();
            throw refusal(id, "không đọc được " + reason, "cannot be read from " + reason);
        }
    }

    private static Refusal refusal(String id, String vi, String en) {
        return new Refusal(
                Refusal.Kind.KEY, "Khóa ký “" + id + "”: " + vi + ".", "Signing key '" + id + "' " + en + ".");
    }
}
