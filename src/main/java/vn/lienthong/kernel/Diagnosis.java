package vn.lienthong.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an examination found.
 *
 * @param code stable word for programs: {@code AREA-REASON}
 * @param found what is so, with its cause where something is wrong
 * @param remedy what a person can do about it; none where all is well
 */
public record Diagnosis(
        Severity severity,
        String code,
        Bilingual found,
        @Nullable Bilingual remedy) {
    /** How much it weighs. */
    public enum Severity {
        /** As it should be. */
        WELL,
        /** Works now, and will not for ever. */
        WARNING,
        /** Does not work, or must not be used so. */
        ERROR
    }

    /** All is well. */
    public static Diagnosis well(String code, String vi, String en) {
        return new Diagnosis(Severity.WELL, code, new Bilingual(vi, en), null);
    }

    /** Something that will become an error when nobody looks after it. */
    public static Diagnosis warning(String code, Bilingual found, Bilingual remedy) {
        return new Diagnosis(Severity.WARNING, code, found, remedy);
    }

    /** Something that is wrong. */
    public static Diagnosis error(String code, Bilingual found, Bilingual remedy) {
        return new Diagnosis(Severity.ERROR, code, found, remedy);
    }
}
