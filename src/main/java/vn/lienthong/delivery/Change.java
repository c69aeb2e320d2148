package vn.lienthong.delivery;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome does to a delivery.
 *
 * @param from the state it was claimed in
 * @param to the state it goes to
 * @param pause how long until it may be looked at again
 * @param fault the fault class of the attempt, null when it succeeded
 * @param faults how many attempts in a row have now come to nothing
 * @param alone whether it must go alone from now on, null to leave that as it is
 * @param maybeSent whether it may have arrived without our knowing, null to leave that as it is
 * @param holding whether the partner is now known to hold the dossier, or known not to; null when nothing was learnt
 */
record Change(
        ClaimedDelivery item,
        DeliveryState from,
        DeliveryState to,
        Duration pause,
        @Nullable FaultClass fault,
        int faults,
        @Nullable Reason reason,
        @Nullable String detail,
        @Nullable String partnerCode,
        @Nullable Boolean alone,
        @Nullable Boolean maybeSent,
        @Nullable Boolean holding,
        @Nullable UUID evidenceId) {

    Change {
        detail = storable(detail);
        partnerCode = storable(partnerCode);
        if (from == to ? from != DeliveryState.UNCERTAIN : !from.mayBecome(to)) {
            throw new IllegalArgumentException("A delivery never goes from " + from + " to " + to);
        }
    }

    /** A partner's words may hold the one character that PostgreSQL does not store. */
    private static @Nullable String storable(@Nullable String words) {
        return words == null ? null : words.replace('\0', ' ');
    }

    /** The same change, naming the message that went out. */
    Change withEvidence(@Nullable UUID message) {
        return new Change(
                item, from, to, pause, fault, faults, reason, detail, partnerCode, alone, maybeSent, holding, message);
    }
}
