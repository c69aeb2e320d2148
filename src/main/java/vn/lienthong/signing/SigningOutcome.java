package vn.lienthong.signing;

import vn.lienthong.kernel.Bilingual;

/** How signing ended. Nothing is signed half: a level that was not reached gives no bytes. */
public sealed interface SigningOutcome {
    /** The signature, or the document that now holds it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Signed(byte[] bytes, SignatureFormat format, SignatureLevel level) implements SigningOutcome {}

    /** No time-stamp could be had, or not one to be believed. Level B can still be reached. */
    record NoTimeStamp(Bilingual why) implements SigningOutcome {}

    /** Revocation of one of the certificates could not be asked. Levels B and T can still be reached. */
    record NoRevocationData(Bilingual why) implements SigningOutcome {}

    /** The key is not configured, cannot be read, or its certificate must not be used. */
    record NoKey(Bilingual why) implements SigningOutcome {}

    /** The content cannot carry a signature of this form. */
    record Unsuitable(Bilingual why) implements SigningOutcome {}
}
