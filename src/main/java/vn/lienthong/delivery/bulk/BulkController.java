package vn.lienthong.delivery.bulk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.Why;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/bulk-actions}: retry, cancel or mark done all that match, counted first. */
@RestController
class BulkController {
    private final BulkActions actions;
    private final Rights rights;

    BulkController(BulkActions actions, Rights rights) {
        this.actions = actions;
        this.rights = rights;
    }

    @PostMapping("/v1/bulk-actions")
    ResponseEntity<Ordered> order(@Validated @RequestBody Order order, Caller caller) {
        HandAct act = act(order.action());
        if (act == HandAct.MARK_DONE
                && (order.evidence() == null || order.evidence().isBlank())) {
            throw new ProblemException(Problem.at(
                    422,
                    "BULK-EVIDENCE",
                    "/evidence",
                    "Đánh dấu đã xong phải kèm bằng chứng.",
                    "Marking as done needs evidence."));
        }
        BulkFilter filter = BulkFilter.of(order.filter());
        if (Boolean.TRUE.equals(order.dryRun())) {
            return ResponseEntity.accepted().body(new Ordered(null, actions.count(act, filter, caller)));
        }
        BulkAction given = actions.order(act, filter, caller, order.reason(), order.evidence());
        return ResponseEntity.accepted().body(new Ordered(given.id(), given.count()));
    }

    @GetMapping("/v1/bulk-actions")
    Items<View> latest(@RequestParam(defaultValue = "50") int limit, Caller caller) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        return new Items<>(
                actions.latest(Page.limit(limit)).stream().map(View::of).toList());
    }

    @GetMapping("/v1/bulk-actions/{id}")
    View one(@PathVariable UUID id, Caller caller) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        return View.of(actions.find(id).orElseThrow(BulkActions::unknown));
    }

    @GetMapping("/v1/bulk-actions/{id}/items")
    Items<ItemView> items(
            @PathVariable UUID id,
            @RequestParam(required = false) BulkAction.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        return new Items<>(actions.items(id, outcome, after, Page.limit(limit)).stream()
                .map(ItemView::of)
                .toList());
    }

    @PostMapping("/v1/bulk-actions/{id}/stop")
    View stop(@PathVariable UUID id, @Validated @RequestBody Why why, Caller caller) {
        return View.of(actions.stop(id, caller, why.reason()));
    }

    private static HandAct act(String name) {
        return Arrays.stream(HandAct.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.at(
                        422,
                        "BULK-ACTION",
                        "/action",
                        "action phải là một trong " + List.of(HandAct.values()) + ".",
                        "action must be one of " + List.of(HandAct.values()) + ".")));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(GatewayClock.ZONE).toOffsetDateTime();
    }

    record Order(
            @NotBlank @Size(max = 20) String action,

            @NotNull Map<String, String> filter,

            @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
            String reason,

            @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE) @Nullable
            String evidence,

            @Nullable Boolean dryRun) {}

    record Ordered(@Nullable UUID id, int count) {}

    record Items<T>(List<T> items) {}

    record View(
            UUID id,
            HandAct action,
            String filter,
            String reason,
            @Nullable String evidence,
            String by,
            OffsetDateTime at,
            BulkAction.State state,
            @Nullable String stoppedBy,
            @Nullable OffsetDateTime endedAt,
            int count,
            int done,
            int refused) {
        static View of(BulkAction action) {
            Instant ended = action.endedAt();
            return new View(
                    action.id(),
                    action.act(),
                    action.filter(),
                    action.reason(),
                    action.evidence(),
                    action.who(),
                    local(action.at()),
                    action.state(),
                    action.stoppedBy(),
                    ended == null ? null : local(ended),
                    action.count(),
                    action.done(),
                    action.refused());
        }
    }

    record ItemView(
            String deliveryId,
            BulkAction.@Nullable Outcome outcome,
            @Nullable String code,
            @Nullable OffsetDateTime at) {
        static ItemView of(BulkAction.Item item) {
            Instant at = item.at();
            return new ItemView(
                    Long.toString(item.deliveryId()), item.outcome(), item.code(), at == null ? null : local(at));
        }
    }
}
