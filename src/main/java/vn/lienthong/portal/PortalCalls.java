package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.national.NationalFinding;
import vn.lienthong.national.NationalWriting;
import vn.lienthong.portal.session.CallItem;
import vn.lienthong.portal.session.SessionCall;

/** Turns a batch into a call. What cannot be said truthfully goes to its agency, unsent; the others go on. */
@Component
class PortalCalls {
    private final PortalItems items;

    PortalCalls(PortalItems items) {
        this.items = items;
    }

    SessionCall of(DeliveryBatch batch, ObjectNode head) {
        List<CallItem> sendable = new ArrayList<>();
        items.build(batch.undecided()).forEach((delivery, writing) -> add(batch, delivery, writing, sendable));
        return new SessionCall(batch, head, sendable);
    }

    private static void add(
            DeliveryBatch batch, ClaimedDelivery delivery, Optional<NationalWriting> writing, List<CallItem> sendable) {
        if (writing.isEmpty()) {
            batch.note(delivery, new Undecidable(Reason.CANNOT_BE_BUILT, null, false));
            return;
        }
        switch (writing.get()) {
            case NationalWriting.Written written -> sendable.add(new CallItem(delivery, written.item()));
            case NationalWriting.Unbuildable unfit -> batch.note(delivery, unsendable(unfit));
        }
    }

    private static DeliveryOutcome unsendable(NationalWriting.Unbuildable unfit) {
        String words =
                unfit.findings().stream().map(PortalCalls::words).limit(5).collect(Collectors.joining("; "));
        return new Refused(Reason.CONTENT_UNSENDABLE, null, words);
    }

    private static String words(NationalFinding finding) {
        return finding.field() + ": " + finding.text().both();
    }
}
