package vn.lienthong.post.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept.
 *
 * @param delivery the delivery it goes out with
 * @param item number of the parcel, once it has one
 * @param cancelledAt when it was called off, by the database's clock
 */
record PlacedOrder(
        String number,
        String dossierNumber,
        int attempt,
        String customer,
        String agency,
        long delivery,
        @Nullable String item,
        State state,
        Instant madeAt,
        @Nullable Instant cancelledAt) {
    /** What is known of it. */
    enum State {
        /** Made here; whether the post took it is not known. */
        OPEN,
        /** The post took it. */
        TAKEN,
        /** The post called it off for us. */
        CANCELLED
    }
}
