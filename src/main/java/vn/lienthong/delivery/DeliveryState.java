package vn.lienthong.delivery;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a delivery stands. The edges below are the only ones; every writer of a state asks {@link #mayBecome}. */
public enum DeliveryState {
    /** Waits for its turn or its time; nothing of this attempt has left. */
    READY,
    /** Claimed under a lease by a node that is sending it. */
    SENDING,
    /** Handed over; the partner's separate acknowledgement is awaited until a deadline. */
    SENT,
    /** It may have arrived: the partner is asked before anything is sent again. */
    UNCERTAIN,
    /** Stands before a person, with the reason. */
    PARKED,
    /** The partner holds it, or a person vouched for that with evidence. */
    CONFIRMED,
    /** The partner's final no. */
    REFUSED,
    /** We decided not to send it: replaced by a newer state, or called off by a person. */
    CANCELLED,
    /** Its life, set by the partner entry, ended before it could be sent. */
    EXPIRED;

    private static final Map<DeliveryState, Set<DeliveryState>> EDGES = Map.ofEntries(
            entry(READY, EnumSet.of(SENDING, CANCELLED, EXPIRED)),
            entry(SENDING, EnumSet.of(CONFIRMED, SENT, READY, UNCERTAIN, PARKED, REFUSED)),
            entry(SENT, EnumSet.of(CONFIRMED, UNCERTAIN, REFUSED)),
            entry(UNCERTAIN, EnumSet.of(CONFIRMED, READY, PARKED, REFUSED)),
            entry(PARKED, EnumSet.of(READY, UNCERTAIN, CONFIRMED, CANCELLED)),
            entry(REFUSED, EnumSet.of(READY, CONFIRMED, CANCELLED)),
            entry(CONFIRMED, EnumSet.noneOf(DeliveryState.class)),
            entry(CANCELLED, EnumSet.noneOf(DeliveryState.class)),
            entry(EXPIRED, EnumSet.noneOf(DeliveryState.class)));

    private static final Set<DeliveryState> OPEN = EnumSet.of(READY, SENDING, SENT, UNCERTAIN, PARKED);

    /** Whether a delivery may go from here to {@code next}. */
    public boolean mayBecome(DeliveryState next) {
        return successors().contains(next);
    }

    /** Where a delivery may go from here. */
    public Set<DeliveryState> successors() {
        return EDGES.getOrDefault(this, Set.of());
    }

    /** Whether later deliveries of the same dossier to the same partner must wait for this one. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
