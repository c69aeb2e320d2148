package vn.lienthong.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one signature.
 *
 * @param signer whose it is, by the certificate; none where no certificate was found
 * @param chain the certificates, the signer's first
 * @param form format and level as found, such as {@code PAdES-BASELINE-T}
 * @param claimedAt when the signer says to have signed
 * @param provenAt the earliest time a believed time-stamp proves; without one the time of this check
 * @param stamped whether a believed time-stamp proves the time
 * @param indication the verdict in ETSI's words
 * @param subIndication its reason in ETSI's words, such as {@code HASH_FAILURE}
 * @param coversAll whether the signature covers the whole document
 * @param findings all that was found, the grave ones first
 */
public record SignatureVerdict(
        @Nullable String signer,
        List<CertificateFact> chain,
        String form,
        @Nullable Instant claimedAt,
        @Nullable Instant provenAt,
        boolean stamped,
        Indication indication,
        @Nullable String subIndication,
        boolean coversAll,
        List<Finding> findings) {
    /** The verdicts of ETSI EN 319 102-1. */
    public enum Indication {
        /** Everything asked for holds. */
        TOTAL_PASSED,
        /** What is at hand does not suffice for a verdict. */
        INDETERMINATE,
        /** It is broken or must not be believed. */
        TOTAL_FAILED
    }

    /** Whether everything asked for holds. */
    public boolean passed() {
        return indication == Indication.TOTAL_PASSED;
    }
}
