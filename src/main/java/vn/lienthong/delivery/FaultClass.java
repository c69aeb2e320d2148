package vn.lienthong.delivery;

/** What a failed attempt means for the next one. Decides alone; no text of a partner is ever matched in code. */
public enum FaultClass {
    /** No byte of the message left: send again freely, with growing pauses. */
    NOT_SENT,
    /** It may have arrived: ask the partner first. */
    MAYBE_SENT,
    /** Refused for its content: never again by itself; the officer decides. */
    REFUSED,
    /** Session or credential: renewed once within the attempt; what reaches us here failed twice. */
    SESSION,
    /** Too many calls: obey the partner's pause. */
    THROTTLED,
    /** Nobody can tell: a person decides. */
    UNDECIDABLE
}
