package vn.lienthong.national;

import vn.lienthong.kernel.Bilingual;

/**
 * Something found while reading or writing an item of the national form. {@code field} is the path of national names,
 * such as {@code TaiLieuNop[0].TenTepDinhKem}, empty for the item itself; the code stays stable.
 */
public record NationalFinding(String field, Code code, Severity severity, Bilingual text) {
    /** What kind of finding. */
    public enum Code {
        /** A field that must be there is absent or empty. */
        MISSING,
        /** A value of the wrong JSON type. */
        WRONG_TYPE,
        /** Not fourteen digits of a time that exists. */
        NOT_A_TIME,
        /** A code that the list does not hold. */
        UNKNOWN_CODE,
        /** Not a dossier number of one of the three forms. */
        NOT_A_NUMBER,
        /** Longer than the portal takes. */
        TOO_LONG,
        /** Characters that no text has: NUL or half a surrogate pair. */
        BROKEN_TEXT,
        /** Two values for one fact. */
        CONTRADICTION
    }

    /** Whether the item can be used all the same. */
    public enum Severity {
        /** The item cannot be used. */
        ERROR,
        /** The item can be used; a person may want to look. */
        WARNING
    }

    /** The code as outsiders see it: {@code NATIONAL-NOT-A-TIME}. */
    public String outsideCode() {
        return "NATIONAL-" + code.name().replace('_', '-');
    }

    /** Whether the item cannot be used because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
