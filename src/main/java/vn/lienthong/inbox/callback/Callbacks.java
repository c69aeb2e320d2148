package vn.lienthong.inbox.callback;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;

/** Registers, shows and removes the address that an inbox is pushed to. */
@Component
class Callbacks {
    private final CallbackRepository callbacks;
    private final CallbackUrl urls;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Callbacks(CallbackRepository callbacks, CallbackUrl urls, Audit audit, TransactionTemplate transaction) {
        this.callbacks = callbacks;
        this.urls = urls;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Registers this address in place of any other; pushing begins anew with what waits first.
     *
     * @return the secret, where it was made here: it is never shown again
     */
    Optional<String> put(String address, @Nullable String url, @Nullable String secret, Caller caller) {
        String checked = urls.checked(url); // asks the name service, which may take its time: before the transaction
        SigningSecret given = secret == null || secret.isEmpty() ? null : SigningSecret.read(secret);
        SigningSecret key = given == null ? SigningSecret.made(random) : given;
        transaction.executeWithoutResult(status -> {
            callbacks.put(address, checked, key, caller.name());
            audit.record(caller, "inbox.callback.put", "inbox:" + address, host(checked), Audit.Outcome.DONE);
        });
        return given == null ? Optional.of(key.text()) : Optional.empty();
    }

    /** Where it leads, without what a receiver may have hidden in its path. */
    private static String host(String url) {
        return URI.create(url).getAuthority();
    }

    /** Ends pushing; once more is no error. */
    void remove(String address, Caller caller) {
        transaction.executeWithoutResult(status -> {
            if (callbacks.remove(address)) {
                audit.record(caller, "inbox.callback.remove", "inbox:" + address, null, Audit.Outcome.DONE);
            }
        });
    }
}
