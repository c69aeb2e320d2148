package vn.lienthong.post.tracking;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a parcel is. Each state has a level, and a parcel only ever climbs; the two sides of an attempt share a level, where
 * the later one counts. So the same events lead to the same state in whatever order they come.
 */
public enum ParcelState {
    REGISTERED(0),
    ACCEPTED(1),
    COLLECTING(2),
    COLLECT_FAILED(2),
    COLLECTED(3),
    IN_TRANSIT(4),
    DELIVERING(5),
    DELIVERY_FAILED(5),
    RETURNING(6),
    CANCELLED(7),
    RETURNED(8),
    DELIVERED(9);

    private final int level;

    ParcelState(int level) {
        this.level = level;
    }

    /** How far along it is. */
    int level() {
        return level;
    }

    /** Whether it says that the parcel does not reach its receiver. */
    boolean back() {
        return this == RETURNING || this == RETURNED || this == CANCELLED;
    }

    /** The state of this name. */
    public static Optional<ParcelState> of(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
