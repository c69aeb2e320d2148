package vn.lienthong.insurance.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.DeliveryOutcome;

/** What came of one call. */
public sealed interface Said {
    /**
     * Social insurance answered.
     *
     * @param code its code
     * @param words its words, for people only
     * @param pause how long it wants us to wait, where it wants that
     */
    record Told(Meaning meaning, String code, @Nullable String words, Duration pause) implements Said {}

    /** Nothing that could be read came back, or nothing left at all. */
    record Failed(DeliveryOutcome outcome) implements Said {}
}
