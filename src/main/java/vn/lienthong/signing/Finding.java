package vn.lienthong.signing;

import vn.lienthong.kernel.Bilingual;

/**
 * One thing found while verifying.
 *
 * @param code stable word for programs: an ETSI sub-indication or the check that was not met
 */
public record Finding(Severity severity, String code, Bilingual text) {
    /** How much it weighs. */
    public enum Severity {
        /** Speaks against the signature. */
        ERROR,
        /** To be known, without changing the verdict. */
        WARNING
    }
}
