package vn.lienthong.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key for signatures that a protocol makes itself, such as WS-Security.
 *
 * @param chain its certificates, its own first
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** The certificate of the key itself. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "Identity[" + certificate().getSubjectX500Principal() + "]"; // the key is a secret
    }
}
