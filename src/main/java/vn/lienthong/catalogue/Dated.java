package vn.lienthong.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry that holds from a day to a day, both included. */
public sealed interface Dated permits Agency, Procedure {
    /** What the entry is about; several entries of one code hold one after the other. */
    String code();

    /** First day of validity. */
    LocalDate validFrom();

    /** Last day of validity, null while it holds on. */
    @Nullable
    LocalDate validTo();

    /** Whether the entry holds on this day. */
    default boolean validOn(LocalDate day) {
        LocalDate last = validTo();
        return !day.isBefore(validFrom()) && (last == null || !day.isAfter(last));
    }
}
