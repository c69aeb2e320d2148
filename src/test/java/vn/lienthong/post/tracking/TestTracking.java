package vn.lienthong.post.tracking;

/** Opens the room's door for tests of its neighbours. */
public final class TestTracking {
    private TestTracking() {}

    /** What the feeds call. */
    public static Tracking of(TrackingWorld world) {
        return new Tracking(world.desk, world.events);
    }
}
