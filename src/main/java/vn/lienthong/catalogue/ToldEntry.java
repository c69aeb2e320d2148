package vn.lienthong.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was told of one code, holding from a day until the next of the same code; no content: no longer listed. */
record ToldEntry(
        EntryList list,
        String code,
        LocalDate validFrom,
        @Nullable String content) {}
