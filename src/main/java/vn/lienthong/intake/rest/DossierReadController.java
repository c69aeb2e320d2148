package vn.lienthong.intake.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.Tracked;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryView;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Rehoming;
import vn.lienthong.dossier.TimelineSource;
import vn.lienthong.intake.DossierStates;
import vn.lienthong.kernel.GatewayClock;

/** Reads a dossier back: its state, what happened to it, what went where. A foreign dossier is as if it were not there. */
@RestController
class DossierReadController {
    private final DossierRegister register;
    private final Deliveries deliveries;
    private final DataTracker tracker;
    private final DossierStates states;
    private final ObjectProvider<TimelineSource> others;

    DossierReadController(
            DossierRegister register,
            Deliveries deliveries,
            DataTracker tracker,
            DossierStates states,
            ObjectProvider<TimelineSource> others) {
        this.tracker = tracker;
        this.register = register;
        this.deliveries = deliveries;
        this.states = states;
        this.others = others;
    }

    @GetMapping("/v1/dossiers/{number}")
    ResponseEntity<DossierStates.State> state(@PathVariable String number, Caller caller) {
        DossierStates.State state = states.state(number, caller);
        return ResponseEntity.ok().eTag("\"" + state.version() + "\"").body(state);
    }

    @GetMapping("/v1/dossiers/{number}/timeline")
    Timeline timeline(@PathVariable String number, Caller caller) {
        states.requireVisible(number, caller);
        List<Entry> entries = new ArrayList<>();
        register.history(number).forEach(event -> entries.add(entry(event)));
        List<Delivery> sent = deliveries.ofDossier(number);
        List<Attempt> attempts =
                deliveries.attempts(sent.stream().map(Delivery::id).toList());
        for (Attempt attempt : attempts) {
            sent.stream()
                    .filter(delivery -> delivery.id() == attempt.deliveryId())
                    .findFirst()
                    .ifPresent(delivery -> entries.add(entry(delivery, attempt)));
        }
        others.forEach(source -> source.of(number).forEach(line -> entries.add(entry(line))));
        tracker.ofDossier(number).forEach(row -> entries.add(entry(row)));
        entries.sort(Comparator.comparing(Entry::at));
        return new Timeline(number, entries);
    }

    @GetMapping("/v1/dossiers/{number}/deliveries")
    Items<DeliveryView> deliveries(@PathVariable String number, Caller caller) {
        states.requireVisible(number, caller);
        return new Items<>(
                deliveries.ofDossier(number).stream().map(DeliveryView::of).toList());
    }

    private static Entry entry(DossierEvent event) {
        return switch (event) {
            case DossierEvent.StateTold told -> state(told, told.rehoming());
            case DossierEvent.StepTold told ->
                new Entry(
                        local(told.acceptedAt()),
                        "STEP",
                        told.version(),
                        told.step().status(),
                        told.step().note(),
                        told.step().officer(),
                        null,
                        null,
                        null,
                        null,
                        told.id(),
                        null);
            case DossierEvent.ResultTold told ->
                new Entry(
                        local(told.acceptedAt()),
                        "RESULT",
                        told.version(),
                        null,
                        told.result().title(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        told.id(),
                        null);
            case DossierEvent.FactsTold told ->
                new Entry(
                        local(told.acceptedAt()),
                        "FACTS",
                        told.version(),
                        null,
                        String.join(
                                ", ",
                                new java.util.TreeSet<>(told.known().facts().keySet())),
                        null,
                        told.known().source(),
                        null,
                        null,
                        null,
                        // what was handed on crossed no wall
                        told.known().from().equals(told.dossierNumber()) ? told.id() : null,
                        null);
        };
    }

    /** A state that the gateway made because an agency ended crossed no wall. */
    private static Entry state(DossierEvent.StateTold told, @Nullable Rehoming rehoming) {
        return new Entry(
                local(told.acceptedAt()),
                rehoming == null ? "STATE" : "REHOMED",
                told.version(),
                told.content().status(),
                rehoming == null ? null : rehoming.words(),
                rehoming == null ? null : rehoming.by(),
                null,
                null,
                null,
                null,
                rehoming == null ? told.id() : null,
                null);
    }

    private static Entry entry(Delivery delivery, Attempt attempt) {
        return new Entry(
                local(attempt.at()),
                attempt.asked() ? "ASKED" : "ATTEMPT",
                delivery.version(),
                null,
                null,
                null,
                delivery.partner(),
                Long.toString(delivery.id()),
                attempt.outcome(),
                attempt.reason(),
                attempt.evidenceId(),
                delivery.parcelNumber());
    }

    /** What another room adds belongs to no version. */
    private static Entry entry(TimelineSource.Line line) {
        return new Entry(
                local(line.at()),
                line.what(),
                0,
                null,
                line.note(),
                null,
                line.partner(),
                null,
                line.outcome(),
                null,
                line.evidenceId(),
                line.parcelNumber());
    }

    /** That somebody was looked up, by whom and how it ended; never about whom. */
    private static Entry entry(Tracked row) {
        TrackedEnd end = row.end();
        return new Entry(
                local(row.question().at()),
                "LOOKUP",
                0,
                null,
                null,
                row.question().officerName(),
                row.question().register(),
                null,
                end == null ? "INTERRUPTED" : end.outcome().name(),
                end == null ? null : end.reason(),
                end == null ? null : end.evidence(),
                null);
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }

    record Timeline(String dossierNumber, List<Entry> items) {}

    record Items<T>(List<T> items) {}

    /** One line of the timeline: something told, an attempt to send, a question to a partner, or what another room adds. */
    record Entry(
            OffsetDateTime at,
            String what,
            int version,
            @Nullable DossierStatus status,
            @Nullable String note,
            @Nullable String officer,
            @Nullable String partner,
            @Nullable String deliveryId,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable UUID evidenceId,
            @Nullable String parcelNumber) {}
}
