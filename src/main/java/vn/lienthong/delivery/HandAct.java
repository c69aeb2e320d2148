package vn.lienthong.delivery;

import java.util.Set;
import vn.lienthong.access.Act;

/** What a person may do to a delivery, and in which states it stands for it. Edges of {@link DeliveryState} all the same. */
public enum HandAct {
    /** Send it (again); what may have arrived is asked about first. */
    RETRY(Act.RETRY, Act.BULK_RETRY),
    /** Never send it. */
    CANCEL(Act.CANCEL, Act.CANCEL),
    /** The partner holds it: the person vouches for that and names the evidence. */
    MARK_DONE(Act.MARK_DONE, Act.MARK_DONE);

    private final Act one;
    private final Act many;

    HandAct(Act one, Act many) {
        this.one = one;
        this.many = many;
    }

    /** The right it needs for one delivery. */
    public Act forOne() {
        return one;
    }

    /** The right it needs for all that match a filter. */
    public Act forMany() {
        return many;
    }

    /** The states in which a delivery stands for it. */
    public Set<DeliveryState> from() {
        return switch (this) {
            case RETRY, CANCEL -> Set.of(DeliveryState.READY, DeliveryState.PARKED, DeliveryState.REFUSED);
            case MARK_DONE -> Set.of(DeliveryState.PARKED, DeliveryState.REFUSED);
        };
    }
}
