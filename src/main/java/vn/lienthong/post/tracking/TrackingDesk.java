package vn.lienthong.post.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.post.tracking.TrackingEventRepository.Kept;
import vn.lienthong.post.tracking.TrackingEventRepository.Named;
import vn.lienthong.post.tracking.TrackingEventRepository.Stored;

/**
 * Takes what is told about parcels: a message in one transaction, evidence and dossiers included, or, where it hands over very
 * many, in several. What broke off between them is told again; what was taken is then a repeat.
 */
@Component
@EnableConfigurationProperties(TrackingProperties.class)
class TrackingDesk {
    private static final int MOST_TRIES = 3;
    private static final int MOST_HANDED_OVER = 200;

    private final ParcelRepository parcels;
    private final TrackingEventRepository events;
    private final Consequences consequences;
    private final TransactionTemplate transaction;

    TrackingDesk(
            ParcelRepository parcels,
            TrackingEventRepository events,
            Consequences consequences,
            TransactionTemplate transaction) {
        this.parcels = parcels;
        this.events = events;
        this.consequences = consequences;
        this.transaction = transaction;
    }

    /** What became of each event, in order; it is committed when this returns. The last of it together with {@code also}. */
    List<Taken> take(Received received, Runnable also) {
        List<Received> parts = received.parts(MOST_HANDED_OVER);
        List<Taken> taken = new ArrayList<>();
        for (Received part : parts.subList(0, parts.size() - 1)) {
            taken.addAll(takePart(part, () -> {}));
        }
        taken.addAll(takePart(parts.getLast(), also));
        return taken;
    }

    private List<Taken> takePart(Received received, Runnable also) {
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    List<Taken> taken = write(received);
                    also.run();
                    return taken;
                }));
            } catch (TransientDataAccessException crossed) {
                if (tries == MOST_TRIES) {
                    throw crossed;
                }
            }
        }
    }

    /** Counts what was kept while its parcel was not known; how many events that were. */
    int placeKept(int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<String> numbers = events.knownByNow(most);
            Map<String, Parcel> before = parcels.lock(numbers);
            List<ParcelEvent> kept = numbers.isEmpty() ? List.of() : events.place(numbers);
            if (!kept.isEmpty()) {
                Received received = Received.before(kept);
                count(received, before, kept);
            }
            return kept.size();
        }));
    }

    private List<Taken> write(Received received) {
        Map<String, Parcel> before = parcels.lock(received.events().stream()
                .map(ParcelEvent::parcelNumber)
                .distinct()
                .toList());
        List<Kept> toKeep = received.events().stream()
                .map(event -> new Kept(event, before.containsKey(event.parcelNumber())))
                .filter(kept -> kept.placed() || received.keepStrangers())
                .toList();
        Set<Named> fresh = events.insert(received.source(), received.message().id(), toKeep);
        Map<String, Stored> known = stored(received, fresh);
        List<ParcelEvent> counted = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        Set<Named> seen = new HashSet<>();
        for (ParcelEvent event : received.events()) {
            if (!received.keepStrangers() && !before.containsKey(event.parcelNumber())) {
                taken.add(stranger(event));
            } else if (fresh.contains(Named.of(event)) && seen.add(Named.of(event))) {
                if (before.containsKey(event.parcelNumber())) {
                    counted.add(event);
                }
                taken.add(Taken.accepted(event.eventId()));
            } else {
                taken.add(repeat(event, known.get(event.eventId())));
            }
        }
        count(received, before, counted);
        return taken;
    }

    private void count(Received received, Map<String, Parcel> before, List<ParcelEvent> counted) {
        Map<String, Parcel> after = new HashMap<>(before);
        counted.forEach(event -> after.computeIfPresent(event.parcelNumber(), (number, parcel) -> parcel.with(event)));
        List<Parcel> moved = after.values().stream()
                .filter(parcel -> !parcel.equals(before.get(parcel.number())))
                .toList();
        parcels.update(moved);
        consequences.draw(received, before, moved, counted);
    }

    private Map<String, Stored> stored(Received received, Set<Named> fresh) {
        Set<Named> once = new HashSet<>();
        List<String> asked = received.events().stream()
                .filter(event -> !fresh.contains(Named.of(event)) || !once.add(Named.of(event)))
                .map(ParcelEvent::eventId)
                .distinct()
                .toList();
        return events.named(received.source(), asked);
    }

    private static Taken repeat(ParcelEvent event, @Nullable Stored stored) {
        if (stored == null || event.sameAs(stored.parcelNumber(), stored.state(), stored.occurredAt())) {
            return Taken.repeated(event.eventId());
        }
        return Taken.refused(
                event.eventId(),
                "TRACKING-EVENT-MISMATCH",
                "Mã sự kiện này đã dùng cho nội dung khác.",
                "This event id was used for other content.");
    }

    private static Taken stranger(ParcelEvent event) {
        return Taken.refused(
                event.eventId(),
                "PARCEL-UNKNOWN",
                "Không có bưu gửi này ở đây, hoặc đơn của nó chưa được xác nhận; hãy gửi lại sau.",
                "There is no such parcel here, or its order is not confirmed yet; send the event again later.");
    }
}
