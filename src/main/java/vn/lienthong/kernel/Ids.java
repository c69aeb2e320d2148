package vn.lienthong.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers that rise with time (UUID version 7, RFC 9562), so that inserts touch the end of an index. */
public final class Ids {
    private Ids() {}

    /** A new identifier, never given before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
