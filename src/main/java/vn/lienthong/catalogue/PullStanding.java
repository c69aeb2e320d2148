package vn.lienthong.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/** The last pull that ended, null before the first; {@code underWay}: one is asked for or runs. */
public record PullStanding(
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable Bilingual detail,
        boolean underWay) {}
