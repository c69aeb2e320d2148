package vn.lienthong.signing;

import java.util.List;
import vn.lienthong.signing.internal.Engine;

/** Judges signatures against the trust list of the settings, by the rules of ETSI EN 319 102-1. */
public final class Verifier {
    private final Engine engine;

    Verifier(Engine engine) {
        this.engine = engine;
    }

    /** Judges what a PDF, an XML document, a container or a {@code .p7m} carries inside. */
    public Verification verify(Content document) {
        return engine.judge().verify(document, List.of());
    }

    /** Judges the same for somebody unknown, who takes no threads from those we know. */
    public Verification verifyForStranger(Content document) {
        return engine.judgeForStrangers().verify(document, List.of());
    }

    /** Judges a signature that stands beside its content. */
    public Verification verify(Content signature, List<Content> contents) {
        return engine.judge().verify(signature, contents);
    }
}
