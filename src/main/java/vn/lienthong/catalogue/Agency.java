package vn.lienthong.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agency under one identifier (QĐ 20/2020). {@code successor} is the code that took over when this one was closed. */
public record Agency(
        String code,
        String name,
        Level level,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor)
        implements Dated {
    /** The same, valid from a day to a day. */
    Agency during(LocalDate from, @Nullable LocalDate to) {
        return new Agency(code, name, level, from, to, successor);
    }

    /** Where in the state an agency stands. */
    public enum Level {
        MINISTRY,
        PROVINCE,
        DEPARTMENT,
        COMMUNE,
        UNIT
    }
}
