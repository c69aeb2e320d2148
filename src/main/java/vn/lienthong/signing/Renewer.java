package vn.lienthong.signing;

import java.util.List;
import java.util.Optional;
import vn.lienthong.signing.internal.Engine;

/** Puts further time-stamps over old proofs, and tells how long a proof lasts. */
public final class Renewer {
    private final Engine engine;
    private final RenewalProperties settings;

    Renewer(Engine engine, RenewalProperties settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** A time-stamp (RFC 3161) over these bytes, to stand beside them. */
    public RenewalOutcome stamp(byte[] content) {
        return engine.renewing().stamp(content, settings.digest());
    }

    /**
     * The document with everything a later check needs and one more archive time-stamp over all of it (level LTA). What comes
     * back was verified: every signature in it passes. {@code contents} are what it signs from outside.
     */
    public RenewalOutcome extend(SignatureFormat format, Content signed, List<Content> contents) {
        return engine.renewing().extend(format, signed, contents, settings.digest());
    }

    /** How long the proofs in this document last; none where there is no signature to be read. */
    public Optional<ProofLife> life(Content signed, List<Content> contents) {
        return engine.renewing().life(signed, contents);
    }

    /** How long the time-stamp over this detached signature lasts; none where there is no such stamp. */
    public Optional<ProofLife> lifeOfStamp(byte[] signature) {
        return engine.renewing().lifeOfStamp(signature);
    }
}
