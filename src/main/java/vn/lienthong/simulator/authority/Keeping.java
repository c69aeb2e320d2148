package vn.lienthong.simulator.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A holder's key with its certificates.
 *
 * @param key the private key
 * @param chain the own certificate first, the root last
 */
record Keeping(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
        return chain.getFirst();
    }

    String signatureAlgorithm() {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
