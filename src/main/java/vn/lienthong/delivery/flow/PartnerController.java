package vn.lienthong.delivery.flow;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.Why;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;

/** {@code /v1/partners}: whether each partner is called now and why not; pausing and resuming it. */
@RestController
class PartnerController {
    private final PartnerFlow flow;
    private final Partners partners;
    private final Rights rights;

    PartnerController(PartnerFlow flow, Partners partners, Rights rights) {
        this.flow = flow;
        this.partners = partners;
        this.rights = rights;
    }

    @GetMapping("/v1/partners")
    Items list(Caller caller) {
        rights.requireScope(caller, Scopes.OPERATOR_READ);
        return new Items(partners.all().keySet().stream().map(this::view).toList());
    }

    @PostMapping("/v1/partners/{id}/pause")
    View pause(@PathVariable String id, @Validated @RequestBody Why why, Caller caller) {
        flow.pause(id, caller, why.reason());
        flow.refresh();
        return view(id);
    }

    @PostMapping("/v1/partners/{id}/resume")
    View resume(@PathVariable String id, @Validated @RequestBody Why why, Caller caller) {
        flow.resume(id, caller, why.reason());
        flow.refresh();
        return view(id);
    }

    private View view(String id) {
        Partner partner = partners.get(id);
        Hold hold = flow.hold(id).orElse(null);
        return new View(
                id,
                partner.kinds(),
                hold == null,
                hold == null ? null : HoldView.of(hold),
                partners.breaker(id).getState());
    }

    record Items(List<View> items) {}

    record View(
            String id,
            List<String> kinds,
            boolean open,
            @Nullable HoldView hold,
            CircuitBreaker.State breaker) {}

    record HoldView(
            Hold.Cause cause,
            Bilingual text,
            @Nullable String by,
            @Nullable OffsetDateTime since,
            @Nullable String reason) {
        static HoldView of(Hold hold) {
            Instant since = hold.since();
            return new HoldView(
                    hold.cause(),
                    hold.cause().text(),
                    hold.by(),
                    since == null ? null : since.atZone(GatewayClock.ZONE).toOffsetDateTime(),
                    hold.reason());
        }
    }
}
