package vn.lienthong.post.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.post.order.OrderProperties.Customer;

/** Says what an order says, from the state the result belongs to; what the dossier lacks is not made up. */
@Component
class ParcelMaker {
    private final Regions regions;
    private final OrderProperties settings;
    private final GatewayClock clock;

    ParcelMaker(Regions regions, OrderProperties settings, GatewayClock clock) {
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Made {
        /** It can go; {@code regionless}: without the receiver's region. */
        record Ready(Parcel parcel, boolean regionless) implements Made {}

        /** The agency must say more first. */
        record Lacking(String words) implements Made {}
    }

    /** What is lacking in this state for an order; empty if nothing is. */
    Optional<String> lacking(DossierContent content) {
        Party receiver = content.applicant();
        List<String> lacking = new ArrayList<>();
        need(lacking, "applicant.name", receiver.name());
        need(lacking, "applicant.address", receiver.address());
        need(lacking, "applicant.phone", receiver.phone());
        if (Boolean.TRUE.equals(content.test())) {
            lacking.add("test: hồ sơ thử không gửi bưu điện / a test dossier makes no parcel");
        }
        if (settings.regionNeeded() && region(receiver).isEmpty()) {
            lacking.add("applicant.address: không có trong danh mục vùng bưu chính / in no postal region");
        }
        return lacking.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lacking));
    }

    Made make(PlacedOrder order, Customer sender, DossierContent content) {
        Optional<String> lacking = lacking(content);
        Party receiver = content.applicant();
        String address = receiver.address();
        String phone = receiver.phone();
        if (lacking.isPresent() || address == null || phone == null) {
            return new Made.Lacking(lacking.orElse("applicant"));
        }
        Optional<Regions.Region> region = region(receiver);
        long price =
                region.filter(found -> found.province() == sender.province()).isPresent()
                        ? settings.price()
                        : settings.priceBeyond();
        long fees = content.fees().stream()
                .filter(fee -> fee.collectedBy() == CollectedBy.POST && fee.amount() != null)
                .mapToLong(fee -> fee.amount())
                .sum();
        Parcel parcel = new Parcel(
                order.number(),
                order.item(),
                sender,
                new Parcel.Receiver(
                        receiver.name(), address, phone, receiver.email(), region.orElse(new Regions.Region(0, 0))),
                "Kết quả hồ sơ " + order.dossierNumber(),
                fees + (settings.receiverPays() ? price : 0),
                price);
        return new Made.Ready(parcel, region.isEmpty());
    }

    private Optional<Regions.Region> region(Party receiver) {
        return regions.of(receiver.address(), clock.today());
    }

    private static void need(List<String> lacking, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            lacking.add(name + ": trống / empty");
        }
    }
}
