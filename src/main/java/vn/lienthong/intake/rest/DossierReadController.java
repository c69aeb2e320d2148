package vn.lienthong.intake.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.delivery.Attempt;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryView;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Reads a dossier back: its state, what happened to it, what went where. A foreign dossier is as if it were not there. */
@RestController
class DossierReadController {
    private final DossierRegister register;
    private final DossierEvents events;
    private final Deliveries deliveries;
    private final Rights rights;

    DossierReadController(DossierRegister register, DossierEvents events, Deliveries deliveries, Rights rights) {
        this.register = register;
        this.events = events;
        this.deliveries = deliveries;
        this.rights = rights;
    }

    @GetMapping("/v1/dossiers/{number}")
    ResponseEntity<State> state(@PathVariable String number, Caller caller) {
        DossierRecord record = visible(number, caller);
        DossierContent content =
                register.content(record).map(told -> withAttached(number, told)).orElse(null);
        return ResponseEntity.ok()
                .eTag("\"" + record.version() + "\"")
                .body(new State(
                        number,
                        record.version(),
                        record.revision(),
                        local(record.updatedAt()),
                        record.stateEvent(),
                        content));
    }

    @GetMapping("/v1/dossiers/{number}/timeline")
    Timeline timeline(@PathVariable String number, Caller caller) {
        visible(number, caller);
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
        entries.sort(Comparator.comparing(Entry::at));
        return new Timeline(number, entries);
    }

    @GetMapping("/v1/dossiers/{number}/deliveries")
    Items<DeliveryView> deliveries(@PathVariable String number, Caller caller) {
        visible(number, caller);
        return new Items<>(
                deliveries.ofDossier(number).stream().map(DeliveryView::of).toList());
    }

    /** The agency's own results first, then those attached here, which only have a digest. */
    private DossierContent withAttached(String number, DossierContent told) {
        List<ResultTold> attached = events.results(List.of(number)).getOrDefault(number, List.of());
        if (attached.isEmpty()) {
            return told;
        }
        List<ResultPaper> all = new ArrayList<>(told.results());
        attached.forEach(result -> all.add(new ResultPaper(
                result.id().toString(),
                result.result().title(),
                result.result().componentCode(),
                result.result().resultCode(),
                "sha256:" + result.result().sha256(),
                null,
                Map.of())));
        return told.withResults(all);
    }

    private DossierRecord visible(String number, Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        return register.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.")));
    }

    private static Entry entry(DossierEvent event) {
        return switch (event) {
            case DossierEvent.StateTold told ->
                new Entry(
                        local(told.acceptedAt()),
                        "STATE",
                        told.version(),
                        told.content().status(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        told.id(),
                        null);
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
        };
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

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }

    record State(
            String dossierNumber,
            int version,
            @Nullable Long revision,
            OffsetDateTime updatedAt,
            @Nullable UUID eventId,
            @JsonUnwrapped @Nullable DossierContent content) {}

    record Timeline(String dossierNumber, List<Entry> items) {}

    record Items<T>(List<T> items) {}

    /** One line of the timeline: something told, an attempt to send, or a question to a partner. */
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
