package vn.lienthong.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;

/** Inboxes by their address, as their receivers read them. */
@Component
public class Mailbox {
    private final FeedRepository feed;
    private final Placer placer;
    private final Rights rights;
    private final MeterRegistry registry;

    Mailbox(FeedRepository feed, Placer placer, Rights rights, MeterRegistry registry) {
        this.feed = feed;
        this.placer = placer;
        this.rights = rights;
        this.registry = registry;
    }

    /** The address of the caller's inbox; refuses with 403 a caller who may not read one. */
    public String of(Caller caller) {
        rights.requireScope(caller, Scopes.INBOX_READ);
        String agency = caller.agency();
        return agency == null ? new Receiver.OfClient(caller.clientId()).address() : rights.sameUnder(agency);
    }

    /** What waits there after this position, in order; what was told a moment ago included. */
    List<FeedItem> read(String address, long after, int most, boolean acknowledgedToo) {
        placer.place();
        return feed.read(address, after, most, acknowledgedToo);
    }

    /** What waits there first. */
    public Optional<FeedItem> first(String address) {
        return feed.read(address, 0, 1, false).stream().findFirst();
    }

    /** Acknowledges an item; once more is no error. False when it does not stand in this inbox. */
    public boolean acknowledge(String address, UUID id, String by) {
        if (feed.acknowledge(address, id, by)) {
            registry.counter("lienthong.inbox.acknowledged", "by", by.startsWith("callback") ? "callback" : "call")
                    .increment();
            return true;
        }
        return feed.has(address, id);
    }
}
