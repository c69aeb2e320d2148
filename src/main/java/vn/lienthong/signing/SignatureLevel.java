package vn.lienthong.signing;

/** How long a signature can be checked without help from outside (ETSI baseline levels). */
public enum SignatureLevel {
    /** The signature itself. */
    B,
    /** With a time-stamp that proves when it existed. */
    T,
    /** With the certificates and revocation answers a later check needs. */
    LT,
    /** With a time-stamp over all of that, which another can follow before the algorithms of this one grow old. */
    LTA
}
