package vn.lienthong.document;

/** Where a result stands on its way to those who may have it. */
public enum ResultState {
    /** As it came; nothing is to be added. */
    READY,
    /** Waits for the agency's seal; nobody gets it before. */
    SEALING,
    /** Sealed, but no time-stamp could be had for long; one follows in another version. */
    SEALED_WITHOUT_TIME,
    /** Sealed and time-stamped. */
    SEALED,
    /** Kept and shown to its agency alone, because a signature in it is broken. */
    WITHHELD
}
