package vn.lienthong.post.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.Why;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/dossiers/{n}/post-orders}, {@code /v1/post/orders} and {@code /v1/post/waybills}. */
@RestController
class OrderController {
    private final OrderRepository rows;
    private final Cancellation cancellation;
    private final DossierRegister dossiers;
    private final Rights rights;
    private final Audit audit;

    OrderController(
            OrderRepository rows, Cancellation cancellation, DossierRegister dossiers, Rights rights, Audit audit) {
        this.rows = rows;
        this.cancellation = cancellation;
        this.dossiers = dossiers;
        this.rights = rights;
        this.audit = audit;
    }

    @GetMapping("/v1/dossiers/{number}/post-orders")
    Items list(@PathVariable String number, Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        boolean visible = dossiers.find(number)
                .map(DossierRecord::agencies)
                .filter(agencies -> rights.maySee(caller, agencies))
                .isPresent();
        if (!visible) {
            throw new ProblemException(
                    Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier."));
        }
        return new Items(rows.ofDossier(number).stream().map(View::of).toList());
    }

    @PostMapping("/v1/post/orders/{number}/cancel")
    View cancel(@PathVariable String number, @Validated @RequestBody Why why, Caller caller) {
        rights.requireAct(caller, Act.CANCEL);
        PlacedOrder order = rows.find(number)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404, "POST-ORDER-NOT-FOUND", "Không có đơn bưu điện này.", "There is no such order.")));
        return View.of(cancellation.cancel(order, caller, why.reason()));
    }

    @PostMapping("/v1/post/waybills")
    Added add(@Validated @RequestBody Numbers numbers, Caller caller) {
        rights.requireAct(caller, Act.RETRY);
        int added = rows.addWaybills(numbers.customer(), numbers.items());
        audit.record(
                caller,
                "post-waybills.add",
                "post-customer:" + numbers.customer(),
                added + "/" + numbers.items().size(),
                Audit.Outcome.DONE);
        return new Added(added);
    }

    record Items(List<View> items) {}

    record Added(int added) {}

    /** Parcel numbers that the post allotted to a customer. */
    record Numbers(
            @NotBlank @Pattern(regexp = "[!-~]{1,50}") String customer,
            @NotEmpty @Size(max = 10_000) List<@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9./_-]{3,39}") String> items) {}

    /** An order in an answer. */
    record View(
            String orderNumber,
            String dossierNumber,
            String deliveryId,
            String customer,
            PlacedOrder.State state,
            @Nullable String parcelNumber,
            OffsetDateTime madeAt) {
        static View of(PlacedOrder order) {
            return new View(
                    order.number(),
                    order.dossierNumber(),
                    Long.toString(order.delivery()),
                    order.customer(),
                    order.state(),
                    order.item(),
                    order.madeAt().atZone(GatewayClock.ZONE).toOffsetDateTime());
        }
    }
}
