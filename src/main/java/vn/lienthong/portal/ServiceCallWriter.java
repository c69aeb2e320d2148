package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.portal.session.CallItem;
import vn.lienthong.portal.session.ServiceContract;
import vn.lienthong.portal.session.ServiceContract.Kind;
import vn.lienthong.portal.session.ServiceContracts;
import vn.lienthong.portal.session.SessionCall;

/**
 * Turns a batch into a call of the service that the partner's contract names for its kind, each item from its own event.
 * Create or update follows from what we know the partner to hold; the reply heals what we know. What cannot be said
 * truthfully goes to its agency, unsent; the others go on.
 */
@Component("serviceCallWriter")
public class ServiceCallWriter {
    private final PortalItems items;
    private final ServiceContracts contracts;

    ServiceCallWriter(PortalItems items, ServiceContracts contracts) {
        this.items = items;
        this.contracts = contracts;
    }

    /** The call for this batch. */
    public SessionCall write(DeliveryBatch batch) {
        ServiceContract contract = contracts.of(batch.partner());
        Kind kind = contract.kind(batch.kind());
        ObjectNode head = contract.call(batch.unitCode(), batch.heldByPartner() ? kind.update() : kind.create());
        List<CallItem> sendable = new ArrayList<>();
        items.build(batch.partner(), batch.undecided())
                .forEach((delivery, writing) -> add(batch, delivery, writing, sendable));
        return new SessionCall(batch, head, contract.envelope(), sendable);
    }

    private static void add(
            DeliveryBatch batch, ClaimedDelivery delivery, ItemWriting writing, List<CallItem> sendable) {
        switch (writing) {
            case ItemWriting.Written written -> sendable.add(new CallItem(delivery, written.item()));
            case ItemWriting.Unsendable unfit ->
                batch.note(delivery, new Refused(Reason.CONTENT_UNSENDABLE, null, unfit.words()));
            case ItemWriting.Unbuildable fault ->
                batch.note(delivery, new Undecidable(Reason.CANNOT_BE_BUILT, fault.words(), false));
        }
    }
}
