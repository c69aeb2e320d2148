package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The procedures of the catalogue, each in the version valid on the day asked for. Read without locks: what holds is
 * replaced as a whole when the catalogue moves on, and what held on a day that has come stays as it was.
 */
public final class Procedures {
    private static final int BARE_LENGTH = "1.000000".length();

    private volatile Versions<Procedure> versions;

    /** Holds these versions; two of one code must not share a day. */
    public Procedures(List<Procedure> procedures) {
        this.versions = new Versions<>(procedures);
    }

    /** The version valid on this day; a code with the legacy suffix of an agency finds the same procedure. */
    public Optional<Procedure> find(String code, LocalDate on) {
        return versions.find(bare(code), on);
    }

    /** Every procedure valid on this day, by code. */
    public List<Procedure> all(LocalDate on) {
        return versions.all(on);
    }

    /** Whatever its time, by code. */
    Versions<Procedure> versions() {
        return versions;
    }

    /** Holds from now on what the other holds. */
    void become(Procedures other) {
        versions = other.versions;
    }

    /** The code without a legacy suffix: {@code 3.000181.000.00.00.H22} gives {@code 3.000181}. */
    public static String bare(String code) {
        return code.length() > BARE_LENGTH && code.charAt(BARE_LENGTH) == '.' ? code.substring(0, BARE_LENGTH) : code;
    }
}
