package vn.lienthong.post.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the post tells about a parcel.
 *
 * @param eventId its name among the events of whoever tells it
 * @param postOffice where it happened
 * @param reason why, in the post's words
 * @param from where its bytes begin in the message that brought it
 * @param to where they end
 */
public record ParcelEvent(
        String eventId,
        String parcelNumber,
        ParcelState state,
        Instant occurredAt,
        @Nullable String postOffice,
        @Nullable String reason,
        int from,
        int to) {
    /** The same, its bytes so much further on. */
    ParcelEvent movedBy(int bytes) {
        return new ParcelEvent(eventId, parcelNumber, state, occurredAt, postOffice, reason, from + bytes, to + bytes);
    }

    /** Whether two tellings say the same about the same parcel. */
    boolean sameAs(String parcel, String otherState, Instant at) {
        return parcelNumber.equals(parcel) && state.name().equals(otherState) && occurredAt.equals(at);
    }
}
