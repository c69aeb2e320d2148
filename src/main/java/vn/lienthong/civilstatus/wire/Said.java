package vn.lienthong.civilstatus.wire;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.DeliveryOutcome;

/** What came of one call. */
public sealed interface Said {
    /**
     * The platform answered to a hand-over.
     *
     * @param words its words, for people only
     * @param pause how long it wants us to wait, where it wants that
     */
    record Told(Meaning meaning, String code, @Nullable String words, Duration pause) implements Said {}

    /**
     * The platform told of dossiers. Those it does not hold are not among them.
     *
     * @param unknown it said of all that were asked for together that it does not hold them, which one of them may bring about
     */
    record Read(List<Reading> readings, UUID evidence, boolean unknown) implements Said {}

    /** Nothing that could be read came back, or nothing left at all. */
    record Failed(DeliveryOutcome outcome) implements Said {}
}
