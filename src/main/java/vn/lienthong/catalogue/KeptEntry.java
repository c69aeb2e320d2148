package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept of one code: what holds today, and what is to come. */
final class KeptEntry {
    private final List<ToldEntry> toCome = new ArrayList<>();
    private @Nullable ToldEntry now;

    /** Rows come in the order of time. */
    void add(ToldEntry row, LocalDate today) {
        if (row.validFrom().isAfter(today)) {
            toCome.add(row);
        } else {
            now = row;
        }
    }

    List<ToldEntry> toCome() {
        return toCome;
    }

    /** Whether its first row's day has come. */
    boolean begun() {
        return now != null;
    }

    /** Whether this is what holds today. */
    boolean holds(@Nullable String content) {
        ToldEntry today = now;
        return today != null && Objects.equals(today.content(), content);
    }

    /** The content that holds in the end. */
    @Nullable
    String last() {
        ToldEntry last = toCome.isEmpty() ? now : toCome.getLast();
        return last == null ? null : last.content();
    }
}
