package vn.lienthong.post.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.post.order.OrderProperties.Customer;
import vn.lienthong.post.order.Orders.Placed;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Gives the post its orders, one in a call. */
@Component("postOrderDesk")
public class PostOrderDesk {
    private final OrderContents contents;
    private final ParcelMaker maker;
    private final Orders orders;
    private final OrderWriter writer;
    private final PostLine line;
    private final OrderReplyReader reader;
    private final Evidence evidence;
    private final WorkItems workItems;
    private final OrderProperties settings;

    PostOrderDesk(
            OrderContents contents,
            ParcelMaker maker,
            Orders orders,
            OrderWriter writer,
            PostLine line,
            OrderReplyReader reader,
            Evidence evidence,
            WorkItems workItems,
            OrderProperties settings) {
        this.contents = contents;
        this.maker = maker;
        this.orders = orders;
        this.writer = writer;
        this.line = line;
        this.reader = reader;
        this.evidence = evidence;
        this.workItems = workItems;
        this.settings = settings;
    }

    /** Notes an outcome for every delivery of the batch; once a call was made the others wait for their own. */
    public void send(DeliveryBatch batch) {
        for (ClaimedDelivery delivery : batch.undecided()) {
            batch.note(
                    delivery,
                    batch.mayHaveLeft()
                            ? new NotSent(Reason.OWN_TROUBLE, "mỗi lần gọi một đơn / one order in a call")
                            : outcome(batch, delivery));
        }
    }

    private DeliveryOutcome outcome(DeliveryBatch batch, ClaimedDelivery delivery) {
        Optional<DossierContent> content = contents.of(delivery);
        Optional<Customer> sender = settings.customer(delivery.agency());
        if (content.isEmpty() || sender.isEmpty()) {
            return new Undecidable(
                    Reason.CANNOT_BE_BUILT,
                    content.isEmpty() ? null : "lienthong.post.order.customers: " + delivery.agency(),
                    false);
        }
        Optional<String> lacking = maker.lacking(content.get());
        if (lacking.isPresent()) {
            return new Refused(Reason.CONTENT_UNSENDABLE, null, lacking.get());
        }
        return switch (orders.place(delivery, sender.get())) {
            case Placed.Already already -> new Confirmed(already.order().number());
            case Placed.NoWaybill none ->
                new NotSent(Reason.OWN_TROUBLE, "hết số hiệu bưu gửi / no parcel number is left");
            case Placed.Ready ready -> give(batch, delivery, ready.order(), sender.get(), content.get());
        };
    }

    private DeliveryOutcome give(
            DeliveryBatch batch, ClaimedDelivery delivery, PlacedOrder order, Customer sender, DossierContent content) {
        return switch (maker.make(order, sender, content)) {
            case ParcelMaker.Made.Lacking lacking -> new Refused(Reason.CONTENT_UNSENDABLE, null, lacking.words());
            case ParcelMaker.Made.Ready ready -> {
                if (ready.regionless()) {
                    workItems.open(List.of(regionless(delivery)));
                }
                yield call(batch, order, writer.write(ready.parcel()));
            }
        };
    }

    private DeliveryOutcome call(DeliveryBatch batch, PlacedOrder order, byte[] body) {
        Message out = new Message(
                Ids.next(), Message.Direction.OUT, "post", batch.partner(), order.dossierNumber(), null, body);
        evidence.keep(List.of(out));
        batch.sendingAs(out.id(), Map.of());
        String unnumbered = settings.unnumberedPath();
        String path = order.item() == null && unnumbered != null ? unnumbered : settings.orderPath();
        WireAnswer answer = line.post(path, body, batch);
        keep(out, answer);
        OrderReplyReader.Read read = reader.read(answer);
        if (read.outcome() instanceof Confirmed) {
            orders.taken(order, read.item().orElse(null));
        }
        return read.outcome();
    }

    private void keep(Message out, WireAnswer answer) {
        switch (answer) {
            case WireAnswer.Answered answered -> evidence.keep(List.of(Message.answer(out, answered.bytes())));
            case WireAnswer.Broken broken -> evidence.keep(List.of(Message.answer(out, broken.bytes())));
            case WireAnswer.NotLeft none -> {}
            case WireAnswer.Lost none -> {}
        }
    }

    private static NewWorkItem regionless(ClaimedDelivery delivery) {
        return new NewWorkItem(
                "POST-REGION-UNKNOWN",
                delivery.dossierNumber(),
                delivery.agency(),
                delivery.id(),
                null,
                new Bilingual(
                        "Địa chỉ người nhận không có trong danh mục vùng bưu chính; đơn đã gửi không có mã vùng. Hãy kiểm tra"
                                + " địa chỉ với bưu điện.",
                        "The receiver's address is in no postal region; the order went without a region's code. Check the"
                                + " address with the post."));
    }
}
