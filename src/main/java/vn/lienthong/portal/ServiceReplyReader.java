package vn.lienthong.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.portal.session.CallItem;
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyTable;
import vn.lienthong.portal.session.ReplyTables;
import vn.lienthong.portal.session.SessionAnswer;

/**
 * Notes for each delivery of a call what the answer says about it. An item that the answer names has its own word; a
 * failure that names nobody says nothing about anybody once more than one item was in the call.
 */
@Component("serviceReplyReader")
public class ServiceReplyReader {
    /** A batch that came to nothing this often in a row goes on one by one, in case one item spoils it. */
    private static final int SPLIT_AFTER = 2;

    private final ReplyTables tables;

    ServiceReplyReader(ReplyTables tables) {
        this.tables = tables;
    }

    /** Notes an outcome for every item of the call. */
    public void read(SessionAnswer answer) {
        DeliveryBatch batch = answer.call().batch();
        List<CallItem> items = answer.call().items();
        answer.result().ifPresent(result -> {
            switch (result) {
                case CallResult.Told told -> told(batch, items, told.reply());
                case CallResult.Failed failed ->
                    items.stream()
                            .map(CallItem::delivery)
                            .forEach(item -> batch.note(item, forEach(failed.outcome(), item, items.size() > 1)));
            }
        });
    }

    private void told(DeliveryBatch batch, List<CallItem> items, Reply reply) {
        ReplyTable table = tables.of(batch.partner());
        NamedResults named = NamedResults.in(reply, table);
        for (CallItem item : items) {
            batch.note(item.delivery(), outcome(item.delivery(), reply, named, items.size() > 1));
        }
    }

    private static DeliveryOutcome outcome(ClaimedDelivery item, Reply reply, NamedResults named, boolean shared) {
        if (named.contradicts(item.dossierNumber())) {
            return new MaybeSent(Reason.ANSWER_UNREADABLE, "trả lời nêu hồ sơ hai lần / named twice", shared);
        }
        return named.of(item.dossierNumber()).map(ItemOutcome::of).orElseGet(() -> unnamed(reply, named, shared));
    }

    private static DeliveryOutcome unnamed(Reply reply, NamedResults named, boolean shared) {
        DeliveryOutcome ofWhole = ItemOutcome.of(reply);
        if (ofWhole instanceof DeliveryOutcome.Confirmed && !named.isEmpty()) {
            return new MaybeSent(Reason.ANSWER_UNREADABLE, "trả lời không nêu hồ sơ này / not named", shared);
        }
        if (ofWhole instanceof DeliveryOutcome.Confirmed || !shared) {
            return ofWhole;
        }
        return new MaybeSent(Reason.BATCH_FAILED, reply.words(), true);
    }

    private static DeliveryOutcome forEach(DeliveryOutcome failure, ClaimedDelivery item, boolean shared) {
        if (failure instanceof Undecidable unclear && shared) {
            return new MaybeSent(Reason.BATCH_FAILED, unclear.detail(), true);
        }
        if (failure instanceof MaybeSent maybe) {
            return new MaybeSent(maybe.reason(), maybe.detail(), shared && item.faults() >= SPLIT_AFTER);
        }
        return failure;
    }
}
