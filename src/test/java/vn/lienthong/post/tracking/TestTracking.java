package vn.lienthong.post.tracking;

import vn.lienthong.dossier.DossierWorld;

/** Opens the room's door for tests of its neighbours. */
public final class TestTracking {
    private TestTracking() {}

    /** The parcels of this database. */
    public static Parcels parcels(DossierWorld dossiers) {
        return new Parcels(new ParcelRepository(dossiers.jdbc), dossiers.deliveries);
    }

    /** What the feeds call. */
    public static Tracking of(TrackingWorld world) {
        return new Tracking(world.desk, world.events);
    }
}
