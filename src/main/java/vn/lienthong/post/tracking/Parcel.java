package vn.lienthong.post.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel and where it stands.
 *
 * @param agency who answers for it
 * @param deliveryId the order that led to it
 * @param reported the furthest state told so far
 * @param reportedAt when that was
 * @param failures how many attempts to hand it over failed
 * @param delivered whether it was told to be handed over
 * @param back whether it was told to come back, to be back or to be cancelled
 */
record Parcel(
        String number,
        String dossierNumber,
        ParcelDirection direction,
        String agency,
        @Nullable Long deliveryId,
        @Nullable ParcelState reported,
        @Nullable Instant reportedAt,
        int failures,
        boolean delivered,
        boolean back) {
    /** The same with one event more, which was not counted before. */
    Parcel with(ParcelEvent event) {
        boolean further = isFurther(event);
        return new Parcel(
                number,
                dossierNumber,
                direction,
                agency,
                deliveryId,
                further ? event.state() : reported,
                further ? event.occurredAt() : reportedAt,
                failures + (event.state() == ParcelState.DELIVERY_FAILED ? 1 : 0),
                delivered || event.state() == ParcelState.DELIVERED,
                back || event.state().back());
    }

    /** Where it stands: after so many attempts that failed, on its way back, though the post did not say so yet. */
    @Nullable
    ParcelState state(int attempts) {
        boolean givenUp =
                failures >= attempts && reported != null && reported.level() <= ParcelState.DELIVERY_FAILED.level();
        return givenUp ? ParcelState.RETURNING : reported;
    }

    /** Told to be handed over and told to come back: only a person can say which is true. */
    boolean contradictory() {
        return delivered && back;
    }

    private boolean isFurther(ParcelEvent event) {
        if (reported == null || reportedAt == null) {
            return true;
        }
        int climbed = Integer.compare(event.state().level(), reported.level());
        if (climbed != 0) {
            return climbed > 0;
        }
        int later = event.occurredAt().compareTo(reportedAt);
        return later > 0 || (later == 0 && event.state().compareTo(reported) > 0);
    }
}
