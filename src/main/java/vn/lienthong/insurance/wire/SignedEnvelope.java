package vn.lienthong.insurance.wire;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import vn.lienthong.signing.Identity;

/**
 * Signs what leaves: WS-Security with an X.509 certificate inside the envelope, over the body and a time that ends soon.
 */
final class SignedEnvelope {
    private static final String ALIAS = "lienthong";
    private static final String CRYPTO = "lienthong.crypto";
    private static final int SECONDS = 300;

    private SignedEnvelope() {}

    static WSS4JOutInterceptor by(Identity identity) {
        String password = UUID.randomUUID().toString(); // of a store that never leaves this memory
        CallbackHandler knows = callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(password);
                }
            }
        };
        boolean elliptic = identity.certificate().getPublicKey() instanceof ECPublicKey;
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE);
        settings.put(ConfigurationConstants.USER, ALIAS);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, knows);
        settings.put(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO);
        settings.put(CRYPTO, store(identity, password));
        settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        settings.put(
                ConfigurationConstants.SIG_ALGO,
                elliptic ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" : WSS4JConstants.RSA_SHA256);
        settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSS4JConstants.SHA256);
        settings.put(ConfigurationConstants.TTL_TIMESTAMP, Integer.toString(SECONDS));
        settings.put(
                ConfigurationConstants.SIGNATURE_PARTS,
                "{Element}{" + WSS4JConstants.WSU_NS + "}Timestamp;{Element}{" + WSS4JConstants.URI_SOAP11_ENV
                        + "}Body");
        return new WSS4JOutInterceptor(settings);
    }

    private static Merlin store(Identity identity, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS,
                    identity.key(),
                    password.toCharArray(),
                    identity.chain().toArray(new Certificate[0]));
            Merlin crypto = new Merlin();
            crypto.setKeyStore(store);
            return crypto;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("The key cannot sign envelopes", unusable);
        }
    }
}
