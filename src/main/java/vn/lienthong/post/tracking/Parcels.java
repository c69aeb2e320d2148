package vn.lienthong.post.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Deliveries;

/** The parcels that are ours: only of those is anything told to mean something. */
@Component
public class Parcels {
    private final ParcelRepository parcels;
    private final Deliveries deliveries;

    Parcels(ParcelRepository parcels, Deliveries deliveries) {
        this.parcels = parcels;
        this.deliveries = deliveries;
    }

    /**
     * Lets the events of this parcel count from now on, in the caller's transaction if there is one. The same parcel of the
     * same dossier again changes nothing.
     *
     * @param agency who answers for it
     * @param delivery the order that led to it, which shows its number from now on
     * @return false when the number stands for a parcel of another dossier
     */
    public boolean expect(
            String parcelNumber,
            String dossierNumber,
            ParcelDirection direction,
            String agency,
            @Nullable Long delivery) {
        boolean ours = parcels.add(parcelNumber, dossierNumber, direction, agency, delivery);
        if (ours && delivery != null) {
            deliveries.noteParcel(delivery, parcelNumber);
        }
        return ours;
    }

    /**
     * A parcel that brings a dossier.
     *
     * @param agency who answers for it
     */
    public record Coming(String parcelNumber, String dossierNumber, String agency) {}

    /** Lets the events of these parcels count from now on, in the caller's transaction if there is one. */
    public void expect(List<Coming> coming) {
        if (!coming.isEmpty()) {
            parcels.add(coming);
        }
    }

    /**
     * When we learned that nothing more is to be expected of this parcel, by the database's clock: it was handed over, is
     * back or was cancelled. Empty while it is under way.
     */
    public Optional<Instant> endedAt(String parcelNumber) {
        return parcels.endedAt(parcelNumber);
    }
}
