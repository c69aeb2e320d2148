package vn.lienthong.signing.internal;

import vn.lienthong.kernel.Bilingual;

/** Carries a reason for people out of the middle of a library's work. */
final class Refusal extends RuntimeException {
    private final Kind kind;
    private final Bilingual why;

    /** What could not be had. */
    enum Kind {
        KEY,
        /** The token that holds the key fell away; it may be back at once. */
        TOKEN_LOST,
        TIME_STAMP,
        CONTENT
    }

    Refusal(Kind kind, String vi, String en) {
        super(en);
        this.kind = kind;
        this.why = new Bilingual(vi, en);
    }

    Kind kind() {
        return kind;
    }

    Bilingual why() {
        return why;
    }
}
