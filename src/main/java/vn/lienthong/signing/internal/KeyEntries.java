package vn.lienthong.signing.internal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of an opened store. */
final class KeyEntries {
    private KeyEntries() {}

    /** The one of this alias; without an alias all of them, which must then belong to one holder. */
    static List<SigningKey> read(
            KeyStore store, char @Nullable [] password, @Nullable String alias, @Nullable Provider provider)
            throws GeneralSecurityException {
        if (alias != null) {
            return List.of(entry(store, password, alias, provider));
        }
        List<SigningKey> keys = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (store.isKeyEntry(each) && store.getCertificateChain(each) != null) {
                keys.add(entry(store, password, each, provider));
            }
        }
        long holders = keys.stream()
                .map(key -> key.certificate().getSubjectX500Principal())
                .distinct()
                .count();
        if (holders != 1) {
            throw new GeneralSecurityException("it holds keys of " + holders + " holders: name one key by alias");
        }
        return List.copyOf(keys);
    }

    private static SigningKey entry(
            KeyStore store, char @Nullable [] password, String alias, @Nullable Provider provider)
            throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("there is no key named " + alias);
        }
        return SigningKey.of(
                key, Arrays.stream(chain).map(X509Certificate.class::cast).toList(), provider);
    }
}
