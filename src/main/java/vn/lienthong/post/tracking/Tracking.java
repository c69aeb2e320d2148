package vn.lienthong.post.tracking;

import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Ids;

/** Takes what the post told when it was asked. */
@Component
public class Tracking {
    private final TrackingDesk desk;
    private final TrackingEventRepository events;

    Tracking(TrackingDesk desk, TrackingEventRepository events) {
        this.desk = desk;
        this.events = events;
    }

    /** Which of these events of a source are stored already. */
    public Set<String> known(String source, List<String> ids) {
        return events.named(source, ids).keySet();
    }

    /** Counts, now and then, what feeds told of parcels that were not known and are by now. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void placeKept() {
        int most = 200; // each may return a dossier
        while (desk.placeKept(most) >= most) {
            // a full round: there may be more
        }
    }

    /**
     * Takes these events out of a message, in one transaction with what {@code also} writes. Events of parcels that are not
     * known are kept until they are.
     */
    public void take(String source, byte[] message, List<ParcelEvent> told, Runnable also) {
        Message kept = new Message(Ids.next(), Message.Direction.IN, "post", source, null, null, message);
        List<Taken> taken = desk.take(new Received(source, Received.POST, kept, true, told), also);
        if (taken.size() != told.size()) {
            throw new IllegalStateException("Each event has one answer");
        }
    }
}
