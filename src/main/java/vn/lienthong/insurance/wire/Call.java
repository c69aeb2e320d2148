package vn.lienthong.insurance.wire;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.lienthong.delivery.Lease;

/**
 * One call about one delivery.
 *
 * @param reference the delivery as social insurance knows it
 * @param lease for how long the call is ours to make
 * @param mayLeave asked just before the first byte leaves; false keeps everything here
 * @param departing told of the evidence before anything leaves
 */
public record Call(
        String partnerId,
        String reference,
        String dossierNumber,
        Lease lease,
        BooleanSupplier mayLeave,
        Consumer<UUID> departing) {
    /** The same call, with somebody else to ask before it leaves. */
    Call asking(BooleanSupplier other) {
        return new Call(partnerId, reference, dossierNumber, lease, other, departing);
    }
}
