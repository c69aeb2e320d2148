package vn.lienthong.signing;

import java.util.Optional;
import vn.lienthong.signing.internal.Engine;

/** Signs with the keys of the settings. The libraries are loaded by the first signature, not by the start. */
public final class Signer {
    private final Engine engine;

    Signer(Engine engine) {
        this.engine = engine;
    }

    /** Signs; from level T on it asks the time-stamp authority, and at LT whoever tells revocation. */
    public SigningOutcome sign(SigningRequest request) {
        return engine.workshop().sign(request);
    }

    /**
     * The key with this id, for a protocol that signs by itself; empty when it is not configured, cannot be read, or its
     * certificate must not be used.
     */
    public Optional<Identity> identity(String key) {
        return engine.workshop().identity(key);
    }

    /** Puts a time-stamp over a detached CAdES signature that was made without one; {@code signed} is what it signs. */
    public SigningOutcome stamp(Content signature, Content signed) {
        return engine.workshop().stamp(signature, signed);
    }
}
