package vn.lienthong.post.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.post.order.OrderProperties.Customer;
import vn.lienthong.post.tracking.ParcelDirection;
import vn.lienthong.post.tracking.Parcels;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** The orders as they are kept: one for each parcel that a dossier is to have. */
@Component
public class Orders {
    private final OrderRepository rows;
    private final Parcels parcels;
    private final Deliveries deliveries;
    private final WorkItems workItems;
    private final OrderProperties settings;

    Orders(
            OrderRepository rows,
            Parcels parcels,
            Deliveries deliveries,
            WorkItems workItems,
            OrderProperties settings) {
        this.rows = rows;
        this.parcels = parcels;
        this.deliveries = deliveries;
        this.workItems = workItems;
        this.settings = settings;
    }

    /** What a wish for a parcel comes to. */
    sealed interface Placed {
        /** To be given to the post under this number, now or once more. */
        record Ready(PlacedOrder order) implements Placed {}

        /** It was settled before, for this delivery or for another that wished the same. */
        record Already(PlacedOrder order) implements Placed {}

        /** No parcel number is left. */
        record NoWaybill() implements Placed {}
    }

    /**
     * Makes the order of a delivery, or finds it: the same delivery always has the same order, and another one of the same
     * dossier shares it if it was made before that order's parcel had ended.
     */
    @Transactional
    public Placed place(ClaimedDelivery delivery, Customer sender) {
        String dossier = delivery.dossierNumber();
        rows.lock(dossier);
        List<PlacedOrder> all = rows.ofDossier(dossier);
        Optional<PlacedOrder> own =
                all.stream().filter(order -> order.delivery() == delivery.id()).findFirst();
        Optional<PlacedOrder> open = own.or(() -> all.stream().findFirst().filter(last -> !hadEnded(last, delivery)));
        PlacedOrder order = open.orElseGet(
                () -> make(delivery, sender, all.isEmpty() ? 1 : all.getFirst().attempt() + 1));
        if (order.state() != PlacedOrder.State.OPEN) {
            String item = order.item();
            if (item != null) {
                deliveries.noteParcel(delivery.id(), item);
            }
            return new Placed.Already(order);
        }
        if (order.delivery() != delivery.id()) {
            rows.hand(order.number(), delivery.id());
        }
        if (settings.waybills() && order.item() == null && !allot(order, delivery.agency())) {
            return new Placed.NoWaybill();
        }
        return new Placed.Ready(rows.find(order.number()).orElseThrow());
    }

    /** Notes that the post has this order, under the parcel number that it told or that we allotted. */
    @Transactional
    public void taken(PlacedOrder order, @Nullable String told) {
        rows.taken(order.number(), told);
        String item = told == null ? order.item() : told;
        if (item != null
                && !parcels.expect(
                        item, order.dossierNumber(), ParcelDirection.RESULT, order.agency(), order.delivery())) {
            workItems.open(List.of(new NewWorkItem(
                    "PARCEL-NUMBER-TAKEN",
                    order.dossierNumber(),
                    order.agency(),
                    order.delivery(),
                    null,
                    new Bilingual(
                            "Số hiệu bưu gửi " + item
                                    + " đã thuộc hồ sơ khác; tin định vị của nó không được tính cho hồ sơ"
                                    + " này. Hãy hỏi bưu điện.",
                            "Parcel number " + item
                                    + " belongs to another dossier; its news does not count for this one."
                                    + " Ask the post."))));
        }
    }

    /**
     * What a feed tells of an order.
     *
     * @param number our number of it, where the feed tells it
     * @param item number of its parcel; empty while it has none
     */
    public record Told(@Nullable String number, String item) {}

    /** Notes that the post has this order, because its feed tells of it; nothing for one that is not ours. */
    @Transactional
    public void told(Told told) {
        String number = told.number();
        Optional<PlacedOrder> order = number == null ? rows.byItem(told.item()) : rows.find(number);
        order.filter(known -> known.state() == PlacedOrder.State.OPEN
                        || (known.state() == PlacedOrder.State.TAKEN
                                && known.item() == null
                                && !told.item().isEmpty()))
                .ifPresent(known -> taken(known, told.item().isEmpty() ? null : told.item()));
    }

    /** The codes under which our agencies are customers of the post. */
    public List<String> customers() {
        return settings.customers().stream().map(Customer::code).distinct().toList();
    }

    /** The agency behind a customer's code. */
    public @Nullable String agencyOf(String customer) {
        return settings.agencyOf(customer);
    }

    /** The order that goes out with this delivery. */
    Optional<PlacedOrder> of(ClaimedDelivery delivery) {
        return rows.ofDossier(delivery.dossierNumber()).stream()
                .filter(order -> order.delivery() == delivery.id())
                .findFirst();
    }

    /** Whether the last order was over when this was wished for: then it is a wish for another parcel. */
    private boolean hadEnded(PlacedOrder last, ClaimedDelivery delivery) {
        String item = last.item();
        Optional<Instant> ended = Optional.ofNullable(last.cancelledAt())
                .or(() -> item == null ? Optional.empty() : parcels.endedAt(item));
        Optional<Instant> wished = deliveries.find(delivery.id()).map(Delivery::createdAt);
        return ended.isPresent() && (wished.isEmpty() || wished.get().isAfter(ended.get()));
    }

    private PlacedOrder make(ClaimedDelivery delivery, Customer sender, int attempt) {
        String number = OrderNumber.of(delivery.dossierNumber(), attempt);
        rows.add(number, delivery.dossierNumber(), attempt, sender.code(), delivery.agency(), delivery.id());
        return rows.find(number).orElseThrow();
    }

    private boolean allot(PlacedOrder order, String agency) {
        boolean got = rows.allot(order.number(), order.customer()).isPresent();
        int left = rows.left(order.customer(), settings.lowStock());
        List<NewWorkItem> found = new ArrayList<>();
        if (!got || left < settings.lowStock()) {
            found.add(new NewWorkItem(
                    got ? "POST-WAYBILLS-LOW" : "POST-WAYBILLS-OUT",
                    null,
                    Objects.requireNonNullElse(settings.agencyOf(order.customer()), agency),
                    null,
                    null,
                    new Bilingual(
                            "Khách hàng " + order.customer() + " chỉ còn " + left
                                    + " số hiệu bưu gửi. Hãy xin bưu điện cấp" + " thêm rồi nạp vào kho.",
                            "Customer " + order.customer() + " has only " + left
                                    + " parcel numbers left. Ask the post for" + " more and add them to the pool.")));
        }
        workItems.open(found);
        return got;
    }
}
