package vn.lienthong.national;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about a procedure and an agency, for the fields that repeat it. What the sender gave in these
 * fields wins over it; a null is left out.
 */
public record NationalNames(
        @Nullable String procedureName,
        @Nullable String sectorCode,
        @Nullable String sectorName,
        @Nullable String agencyName) {

    /** Nothing is known. */
    public static final NationalNames UNKNOWN = new NationalNames(null, null, null, null);

    /** Asks the catalogue. */
    @FunctionalInterface
    public interface Lookup {
        /** The names that belong to this procedure, without its legacy suffix, and this competent agency. */
        NationalNames of(String procedureCode, String competentAgency);
    }
}
