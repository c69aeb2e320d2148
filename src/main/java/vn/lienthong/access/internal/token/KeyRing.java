package vn.lienthong.access.internal.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.List;

/** The keys as this node last read them, newest first; {@code readAt} is a monotonic reading. */
record KeyRing(List<RSAKey> keys, Instant newestMadeAt, long readAt) {
    RSAKey newest() {
        return keys.getFirst();
    }

    JWKSet set() {
        return new JWKSet(keys.stream().map(JWK.class::cast).toList());
    }

    boolean sameKeysAs(KeyRing other) {
        return keys.stream()
                .map(RSAKey::getKeyID)
                .toList()
                .equals(other.keys.stream().map(RSAKey::getKeyID).toList());
    }
}
