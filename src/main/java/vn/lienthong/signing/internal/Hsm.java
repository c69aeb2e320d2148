package vn.lienthong.signing.internal;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signing.SigningProperties;

/**
 * A token behind a PKCS#11 module. The module belongs to the process and signs the whole process in or out, so there is one
 * of these for each slot; a token that was lost is given up and signed in to anew.
 */
final class Hsm {
    private static final Map<SigningProperties.Token, Hsm> ALL = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBER = new AtomicLong();

    private final SigningProperties.Token settings;
    private final AtomicLong losses = new AtomicLong();
    private @Nullable Provider provider;
    private char @Nullable [] pinInUse;
    private char @Nullable [] refusedPin;

    private Hsm(SigningProperties.Token settings) {
        this.settings = settings;
    }

    static Hsm of(SigningProperties.Token settings) {
        return ALL.computeIfAbsent(settings, Hsm::new);
    }

    /** Changes when the token was lost. */
    String state() {
        return "token " + losses.get();
    }

    /** Its keys, as {@link KeyEntries} reads them. A token that does not answer is given up at once. */
    synchronized List<SigningKey> open(char[] pin, @Nullable String alias)
            throws IOException, GeneralSecurityException {
        try {
            return KeyEntries.read(signedIn(pin), null, alias, provider);
        } catch (ProviderException failure) {
            giveUp();
            throw new GeneralSecurityException(reason(failure), failure);
        }
    }

    /** A token locks itself after a few wrong PINs: one that it refused is never tried again. */
    private KeyStore signedIn(char[] pin) throws IOException, GeneralSecurityException {
        if (Arrays.equals(pin, refusedPin)) {
            throw new GeneralSecurityException(
                    "the token refused this PIN, which is not tried again; set the right one");
        }
        if (pinInUse != null && !Arrays.equals(pin, pinInUse)) {
            giveUp(); // who is signed in is not asked for a PIN
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider());
            store.load(null, pin);
            pinInUse = pin.clone();
            return store;
        } catch (IOException | GeneralSecurityException failure) {
            giveUp();
            if (isRefusal(failure)) {
                refusedPin = pin.clone();
            }
            throw failure;
        }
    }

    private static boolean isRefusal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof FailedLoginException) {
                return true;
            }
        }
        return false;
    }

    /** It failed in the middle of work; whoever notices late must not end what is at work again. */
    synchronized void lost(@Nullable Provider failed) {
        Provider own = provider;
        if (own != null && failed != null && own.getName().equals(failed.getName())) { // each has a name of its own
            giveUp();
        }
    }

    private Provider provider() {
        Provider own = provider;
        if (own == null) {
            own = Security.getProvider("SunPKCS11").configure(configuration());
            provider = own;
        }
        return own;
    }

    /** Ends all that was open; a session that is gone already says so and is no matter. */
    private void giveUp() {
        losses.incrementAndGet();
        if (provider instanceof AuthProvider own) {
            try {
                own.logout();
            } catch (LoginException | RuntimeException gone) {
                // there is nobody left to take leave of
            }
        }
        provider = null;
        pinInUse = null;
    }

    private String configuration() {
        Long slot = settings.slot();
        return String.join(
                "\n",
                "--name = lienthong" + NUMBER.incrementAndGet(),
                "library = " + settings.library(),
                slot == null ? "slotListIndex = " + settings.slotIndex() : "slot = " + slot,
                "destroyTokenAfterLogout = true");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + cause.getMessage();
    }
}
