package vn.lienthong.post.tracking;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.TimelineSource;

/** Adds to a dossier's timeline where its parcels were. */
@Component
class ParcelTimeline implements TimelineSource {
    private final TrackingEventRepository events;

    ParcelTimeline(TrackingEventRepository events) {
        this.events = events;
    }

    @Override
    public List<Line> of(String dossierNumber) {
        return events.ofDossier(dossierNumber).stream()
                .map(told -> new Line(
                        told.occurredAt(),
                        "PARCEL",
                        "post",
                        told.state(),
                        note(told),
                        told.parcelNumber(),
                        told.evidenceId()))
                .toList();
    }

    private static String note(TrackingEventRepository.Told told) {
        return Stream.of(told.postOffice(), told.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }
}
