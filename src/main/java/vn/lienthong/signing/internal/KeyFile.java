package vn.lienthong.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vn.lienthong.signing.SigningProperties;

/** Opens a PKCS#12 file. */
public final class KeyFile {
    private KeyFile() {}

    /** The certificates of a key, its own first; needs the password, but no signing library. */
    public static List<X509Certificate> chain(SigningProperties.Key settings)
            throws IOException, GeneralSecurityException {
        return open(settings).chain();
    }

    static SigningKey open(SigningProperties.Key settings) throws IOException, GeneralSecurityException {
        char[] password = Places.password(settings)
                .orElseThrow(() -> new GeneralSecurityException("no password is set"))
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Places.read(settings.file())), password);
        String alias = alias(settings, store);
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("there is no key named " + alias);
        }
        List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new SigningKey(key, chain);
    }

    private static String alias(SigningProperties.Key settings, KeyStore store) throws GeneralSecurityException {
        String wanted = settings.alias();
        if (wanted != null) {
            return wanted;
        }
        List<String> keys = new java.util.ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new GeneralSecurityException("it holds " + keys.size() + " keys: name one by alias");
        }
        return keys.getFirst();
    }
}
