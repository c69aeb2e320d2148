package vn.lienthong.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
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
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/** {@code /v1/deliveries}: what waits, what failed and why; sending again by hand. For operators and their scripts. */
@RestController
class DeliveryController {
    private final Deliveries deliveries;
    private final OperatorActs acts;
    private final Rights rights;

    DeliveryController(Deliveries deliveries, OperatorActs acts, Rights rights) {
        this.deliveries = deliveries;
        this.acts = acts;
        this.rights = rights;
    }

    @GetMapping("/v1/deliveries")
    ResponseEntity<Items> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String dossierNumber,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        Page<Delivery> page = deliveries.search(new DeliveryFilter(
                QueryText.of(partner),
                state(state),
                QueryText.of(reason),
                QueryText.of(dossierNumber),
                after,
                Page.limit(limit)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            String next = ServletUriComponentsBuilder.fromRequest(request)
                    .replaceQueryParam("after", page.next())
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new Items(page.items().stream().map(DeliveryView::of).toList()));
    }

    @GetMapping("/v1/deliveries/{id}")
    DeliveryView one(@PathVariable long id, Caller caller) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        return deliveries
                .find(id)
                .map(DeliveryView::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DELIVERY-NOT-FOUND", "Không có việc gửi này.", "There is no such delivery.")));
    }

    @PostMapping("/v1/deliveries/{id}/retry")
    ResponseEntity<DeliveryView> retry(@PathVariable long id, @Validated @RequestBody Why why, Caller caller) {
        return ResponseEntity.accepted().body(DeliveryView.of(acts.act(HandAct.RETRY, id, caller, why.reason(), null)));
    }

    @PostMapping("/v1/deliveries/{id}/cancel")
    DeliveryView cancel(@PathVariable long id, @Validated @RequestBody Why why, Caller caller) {
        return DeliveryView.of(acts.act(HandAct.CANCEL, id, caller, why.reason(), null));
    }

    @PostMapping("/v1/deliveries/{id}/mark-done")
    DeliveryView markDone(@PathVariable long id, @Validated @RequestBody Proof proof, Caller caller) {
        return DeliveryView.of(acts.act(HandAct.MARK_DONE, id, caller, proof.reason(), proof.evidence()));
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        "DELIVERY-STATE",
                        "Không có trạng thái " + name + "; các trạng thái: " + List.of(DeliveryState.values()) + ".",
                        "There is no state " + name + "; the states are " + List.of(DeliveryState.values()) + ".")));
    }

    record Items(List<DeliveryView> items) {}

    /** {@code evidence} names what shows that the partner holds it: a number, a letter, a screenshot's archive number. */
    record Proof(
            @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
            String reason,

            @NotBlank @Size(max = 1000) @Pattern(regexp = QueryText.STORABLE)
            String evidence) {}
}
