package vn.lienthong.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.lienthong.signing.SigningProperties;

/** Opens the place where a key lies. */
public final class KeyFile {
    private KeyFile() {}

    /** The certificates of the key in force, its own first; needs the password, but no signing library. */
    public static List<X509Certificate> chain(SigningProperties.Key settings, Instant now)
            throws IOException, GeneralSecurityException {
        return choose(all(settings), now).chain();
    }

    /** Every certificate that any key of these settings stands on. */
    public static List<X509Certificate> certificates(SigningProperties.Key settings)
            throws IOException, GeneralSecurityException {
        return all(settings).stream()
                .flatMap(key -> key.chain().stream())
                .distinct()
                .toList();
    }

    /** Of the key that will last longest; who reminds people of its end must not tell of one that has a successor. */
    public static List<X509Certificate> lastingChain(SigningProperties.Key settings)
            throws IOException, GeneralSecurityException {
        return all(settings).stream()
                .max(Comparator.comparing(key -> key.certificate().getNotAfter()))
                .orElseThrow()
                .chain();
    }

    /** The newest of those that can sign now; where none can, the newest of all. */
    static SigningKey choose(List<SigningKey> keys, Instant now) {
        Comparator<SigningKey> newest =
                Comparator.comparing(key -> key.certificate().getNotBefore());
        return keys.stream()
                .filter(key -> key.validAt(now) && key.lacking().isEmpty())
                .max(newest)
                .orElseGet(() -> keys.stream().max(newest).orElseThrow());
    }

    /** Every key that the settings may mean; never none. */
    static List<SigningKey> all(SigningProperties.Key settings) throws IOException, GeneralSecurityException {
        char[] password = Places.password(settings)
                .orElseThrow(() -> new GeneralSecurityException("no password is set"))
                .toCharArray();
        SigningProperties.Token token = settings.token();
        if (token != null) {
            return Hsm.of(token).open(password, settings.alias());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Places.read(settings.place())), password);
        return KeyEntries.read(store, password, settings.alias(), null);
    }
}
