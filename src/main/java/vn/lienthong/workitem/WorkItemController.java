package vn.lienthong.workitem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.Why;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/work-items}: an agency sees its own and those below it, operators see all. */
@RestController
class WorkItemController {
    private final WorkItems items;
    private final Rights rights;
    private final WorkItemDesk desk;

    WorkItemController(WorkItems items, Rights rights, WorkItemDesk desk) {
        this.items = items;
        this.rights = rights;
        this.desk = desk;
    }

    @GetMapping("/v1/work-items")
    ResponseEntity<Items> list(
            @RequestParam(required = false) @Nullable String dossierNumber,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            HttpServletRequest request) {
        String within = within(caller, QueryText.of(agency));
        Page<WorkItem> page = items.search(new WorkItemFilter(
                QueryText.of(dossierNumber), within, QueryText.of(code), state(state), after, Page.limit(limit)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            String next = ServletUriComponentsBuilder.fromRequest(request)
                    .replaceQueryParam("after", page.next())
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new Items(page.items().stream().map(View::of).toList()));
    }

    @PostMapping("/v1/work-items/{id}/resolve")
    View resolve(@PathVariable UUID id, @Validated @RequestBody Why why, Caller caller) {
        WorkItem item = items.find(id).filter(found -> mayAct(caller, found)).orElseThrow(WorkItemDesk::unknown);
        return View.of(desk.resolve(item.id(), caller, why.reason()));
    }

    private boolean mayAct(Caller caller, WorkItem item) {
        if (caller.has(Scopes.OPERATOR_ACT)) {
            return true;
        }
        if (caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.OPERATOR_ACT);
        }
        rights.requireScope(caller, Scopes.DOSSIER_READ);
        return rights.maySee(caller, List.of(item.agency()));
    }

    /** Whose items to list: operators any, an agency itself and what lies below it. */
    private @Nullable String within(Caller caller, @Nullable String asked) {
        if (caller.has(Scopes.OPERATOR_READ)) {
            return asked;
        }
        rights.requireScope(caller, Scopes.DOSSIER_READ);
        String own = caller.agency();
        if (own == null) {
            throw new ProblemException(Problem.of(
                    403,
                    "ACCESS-AGENCY",
                    "Tài khoản này không thuộc cơ quan nào.",
                    "This caller belongs to no agency."));
        }
        return asked != null && rights.maySee(caller, List.of(asked)) ? asked : own;
    }

    private static WorkItem.@Nullable State state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(WorkItem.State.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400, "WORK-ITEM-STATE", "state là OPEN hoặc RESOLVED.", "state is OPEN or RESOLVED.")));
    }

    record Items(List<View> items) {}

    /** A work item in an answer. */
    record View(
            UUID id,
            String code,
            @Nullable String dossierNumber,
            String agency,
            @Nullable String deliveryId,
            @Nullable UUID eventId,
            Bilingual detail,
            WorkItem.State state,
            int occurrences,
            OffsetDateTime openedAt,
            OffsetDateTime lastSeenAt,
            @Nullable OffsetDateTime resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String resolution) {
        static View of(WorkItem item) {
            Long delivery = item.deliveryId();
            Instant resolved = item.resolvedAt();
            return new View(
                    item.id(),
                    item.code(),
                    item.dossierNumber(),
                    item.agency(),
                    delivery == null ? null : delivery.toString(),
                    item.eventId(),
                    item.detail(),
                    item.state(),
                    item.occurrences(),
                    local(item.openedAt()),
                    local(item.lastSeenAt()),
                    resolved == null ? null : local(resolved),
                    item.resolvedBy(),
                    item.resolution());
        }

        private static OffsetDateTime local(Instant instant) {
            return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
        }
    }
}
