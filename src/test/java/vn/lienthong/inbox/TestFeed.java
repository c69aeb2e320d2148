package vn.lienthong.inbox;

import java.util.ArrayList;
import java.util.List;

/** Opens the feed for measurements. */
public final class TestFeed {
    private TestFeed() {}

    /** Tells an agency this many things, each numbered. */
    public static void tellMany(InboxWorld world, String agency, int from, int most) {
        List<InboxEvent> events = new ArrayList<>();
        for (int number = from; number < from + most; number++) {
            events.add(InboxWorld.event(new Receiver.OfAgency(agency), "%s-261122-%07d".formatted(agency, number)));
        }
        world.transaction()
                .executeWithoutResult(status -> world.get(Inbox.class).tell(events));
        world.get(Placer.class).place();
    }

    /** A page as it goes over the wire. */
    public static byte[] page(InboxWorld world, String address, long after, int limit) {
        List<FeedItem> items = world.get(Mailbox.class).read(address, after, limit, false);
        return CloudEvents.page(items, items.isEmpty() ? after : items.getLast().position());
    }

    /** The position of the item at this place, counted from the first. */
    public static long position(InboxWorld world, String address, int place) {
        Long found = world.jdbc()
                .queryForObject(
                        "select position from inbox_entry where address = ? order by position offset ? limit 1",
                        Long.class,
                        address,
                        place);
        return found == null ? 0 : found;
    }
}
