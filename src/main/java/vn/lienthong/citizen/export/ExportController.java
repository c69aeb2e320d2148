package vn.lienthong.citizen.export;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/data-tracker/exports} and {@code /v1/data-tracker/holds}: inspection answers a person, and orders what waits. */
@RestController
class ExportController {
    private final CitizenExport export;
    private final HoldRepository holds;
    private final DataTracker tracker;
    private final Rights rights;
    private final Audit audit;
    private final ExportProperties settings;
    private final TransactionTemplate transaction;
    private final GatewayClock clock;

    ExportController(
            CitizenExport export,
            HoldRepository holds,
            DataTracker tracker,
            Rights rights,
            Audit audit,
            ExportProperties settings,
            TransactionTemplate transaction,
            GatewayClock clock) {
        this.export = export;
        this.holds = holds;
        this.tracker = tracker;
        this.rights = rights;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping("/v1/data-tracker/exports")
    ResponseEntity<byte[]> export(@Validated @RequestBody Asked asked, Caller caller) {
        rights.requireScope(caller, Scopes.AUDIT_READ);
        String person = asked.personalId().strip();
        OffsetDateTime from = asked.from();
        OffsetDateTime to = asked.to();
        String letter = export.letter(
                person,
                asked.request().strip(),
                from == null ? null : from.toInstant(),
                to == null ? null : to.toInstant());
        audit.record(
                caller,
                "data-tracker.export",
                "person:" + tracker.markOf(person),
                asked.request().strip(),
                Audit.Outcome.DONE);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(letter.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/v1/data-tracker/holds")
    ResponseEntity<View> hold(@Validated @RequestBody Order order, Caller caller) {
        rights.requireScope(caller, Scopes.AUDIT_READ);
        Instant now = clock.now();
        Instant until = order.until().toInstant();
        String person = order.personalId();
        if ((person == null) == (order.dossierNumber() == null)
                || !until.isAfter(now)
                || until.isAfter(now.plus(settings.longestHold()))) {
            throw new ProblemException(Problem.at(
                    422,
                    "HOLD-INVALID",
                    "/until",
                    "Cần đúng một trong personalId, dossierNumber, và thời hạn ở tương lai, không quá "
                            + settings.longestHold().toDays() + " ngày.",
                    "One of personalId and dossierNumber is needed, and an end in the future, at most "
                            + settings.longestHold().toDays() + " days away."));
        }
        LegalHold hold = new LegalHold(
                Ids.next(),
                now,
                caller.name(),
                order.dossierNumber(),
                until,
                order.legalBasis().strip(),
                null,
                null);
        String subject = person == null ? "dossier:" + order.dossierNumber() : "person:" + tracker.markOf(person);
        transaction.executeWithoutResult(status -> {
            holds.add(hold, person);
            audit.record(caller, "data-tracker.hold", subject, hold.legalBasis(), Audit.Outcome.DONE);
        });
        return ResponseEntity.status(HttpStatus.CREATED).body(View.of(hold));
    }

    @GetMapping("/v1/data-tracker/holds")
    Items holds(Caller caller) {
        rights.requireScope(caller, Scopes.AUDIT_READ);
        return new Items(holds.all().stream().map(View::of).toList());
    }

    @PostMapping("/v1/data-tracker/holds/{id}/lift")
    ResponseEntity<Void> lift(@PathVariable UUID id, @Validated @RequestBody Lift lift, Caller caller) {
        rights.requireScope(caller, Scopes.AUDIT_READ);
        boolean lifted = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = holds.lift(id, caller.name(), clock.now());
            if (done) {
                audit.record(caller, "data-tracker.lift", "hold:" + id, lift.reason(), Audit.Outcome.DONE);
            }
            return done;
        }));
        if (!lifted) {
            throw new ProblemException(Problem.of(
                    404,
                    "HOLD-NOT-FOUND",
                    "Không có lệnh giữ này, hoặc đã được gỡ.",
                    "There is no such hold, or it was lifted before."));
        }
        return ResponseEntity.noContent().build();
    }

    /** Who asks about themselves: {@code request} names their letter or ticket. */
    record Asked(
            @NotBlank @Size(max = 30) @Pattern(regexp = QueryText.STORABLE)
            String personalId,

            @NotBlank @Size(max = 200) @Pattern(regexp = QueryText.WRITABLE)
            String request,

            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {
        @Override
        public String toString() {
            return "export"; // names a person
        }
    }

    /** What is held back, until when, and by which law. */
    record Order(
            @Nullable @Size(max = 30) @Pattern(regexp = QueryText.STORABLE)
            String personalId,

            @Nullable @Size(max = 64) @Pattern(regexp = QueryText.STORABLE)
            String dossierNumber,

            @NotNull OffsetDateTime until,

            @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
            String legalBasis) {
        @Override
        public String toString() {
            return "hold"; // may name a person
        }
    }

    /** Why a hold ends before its time. */
    record Lift(
            @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
            String reason) {}

    record Items(List<View> items) {}

    /** A hold in an answer; whom it is about is not told again. */
    record View(
            UUID id,
            OffsetDateTime at,
            String orderedBy,
            @Nullable String dossierNumber,
            OffsetDateTime until,
            String legalBasis,
            @Nullable OffsetDateTime liftedAt,
            @Nullable String liftedBy) {
        static View of(LegalHold hold) {
            Instant lifted = hold.liftedAt();
            return new View(
                    hold.id(),
                    local(hold.at()),
                    hold.orderedBy(),
                    hold.dossierNumber(),
                    local(hold.until()),
                    hold.legalBasis(),
                    lifted == null ? null : local(lifted),
                    hold.liftedBy());
        }

        private static OffsetDateTime local(Instant instant) {
            return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
        }
    }
}
