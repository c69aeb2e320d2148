package vn.lienthong.signing;

import java.time.Instant;
import vn.lienthong.kernel.Bilingual;

/** How renewing a proof ended. Nothing is renewed half. */
public sealed interface RenewalOutcome {
    /**
     * There is another time-stamp.
     *
     * @param bytes the document that now holds it, or the time-stamp where it stands beside
     * @param at the time it proves
     * @param life how long it proves that
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Renewed(byte[] bytes, Instant at, ProofLife life) implements RenewalOutcome {}

    /** No time-stamp could be had, or not one to be believed; nothing else can be renewed now either. */
    record NoTimeStamp(Bilingual why) implements RenewalOutcome {}

    /** Who tells of the certificates in this document did not answer, or told that one must not be believed. */
    record NoRevocationData(Bilingual why) implements RenewalOutcome {}

    /** This document cannot be renewed. */
    record Unsuitable(Bilingual why) implements RenewalOutcome {}
}
