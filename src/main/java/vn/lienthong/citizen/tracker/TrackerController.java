package vn.lienthong.citizen.tracker;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/data-tracker/search}: inspection asks who looked at a person's data. Asking is itself on record. */
@RestController
class TrackerController {
    private static final Instant EARLIEST = Instant.parse("1899-12-31T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final DataTracker tracker;
    private final Rights rights;
    private final Agencies agencies;
    private final Audit audit;

    TrackerController(DataTracker tracker, Rights rights, Agencies agencies, Audit audit) {
        this.tracker = tracker;
        this.rights = rights;
        this.agencies = agencies;
        this.audit = audit;
    }

    @PostMapping("/v1/data-tracker/search")
    ResponseEntity<Items> search(
            @Validated @RequestBody Search search,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.AUDIT_READ);
        String person = String.valueOf(QueryText.of(search.personalId()));
        Page<Tracked> page = tracker.about(
                person, time("/from", search.from(), 0), time("/to", search.to(), 1), after, Page.limit(limit));
        audit.record(caller, "data-tracker.search", "person:" + tracker.markOf(person), null, Audit.Outcome.DONE);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page.next() != null) {
            String next = ServletUriComponentsBuilder.fromRequest(request)
                    .replaceQueryParam("after", page.next())
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new Items(
                page.items().stream().map(row -> View.of(row, agencies)).toList()));
    }

    /** A time, or a day, which begins at midnight; {@code more} days later for the end of it. */
    private static @Nullable Instant time(String pointer, @Nullable String text, int more) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(more)
                            .atStartOfDay(GatewayClock.ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new DateTimeException("beyond what the database can compare");
            }
            return time;
        } catch (DateTimeException unreadable) {
            throw new ProblemException(Problem.at(
                    422,
                    "FIELD-FORM",
                    pointer,
                    "Thời điểm phải theo RFC 3339, hoặc là một ngày yyyy-MM-dd.",
                    "A time is given as in RFC 3339, or as a day yyyy-MM-dd."));
        }
    }

    /** About whom, and within which time. */
    record Search(
            @NotBlank @Size(max = 30) String personalId,
            @Nullable @Size(max = 40) String from,
            @Nullable @Size(max = 40) String to) {
        @Override
        public String toString() {
            return "search"; // names a person
        }
    }

    record Items(List<View> items) {}

    /** One look-up in an answer. */
    record View(
            UUID lookupId,
            OffsetDateTime at,
            Officer officer,
            @Nullable String agency,
            @Nullable String agencyName,
            String client,
            @Nullable String dossierNumber,
            @Nullable String purpose,
            @Nullable String legalBasis,
            List<String> fields,
            String source,
            String outcome,
            @Nullable String reason,
            @Nullable OffsetDateTime asOf,
            @Nullable Boolean cached,
            @Nullable UUID evidenceId) {
        record Officer(@Nullable String id, @Nullable String name) {}

        static View of(Tracked row, Agencies agencies) {
            TrackedQuestion question = row.question();
            TrackedEnd end = row.end();
            String agency = question.agency();
            Instant asOf = end == null ? null : end.asOf();
            return new View(
                    question.id(),
                    local(question.at()),
                    new Officer(question.officerId(), question.officerName()),
                    agency,
                    agency == null ? null : agencies.name(agency),
                    question.client(),
                    question.dossierNumber(),
                    question.purpose(),
                    question.legalBasis(),
                    question.fields(),
                    question.register(),
                    end == null ? "INTERRUPTED" : end.outcome().name(),
                    end == null ? null : end.reason(),
                    asOf == null ? null : local(asOf),
                    end == null ? null : end.cached(),
                    end == null ? null : end.evidence());
        }

        private static OffsetDateTime local(Instant instant) {
            return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
        }
    }
}
