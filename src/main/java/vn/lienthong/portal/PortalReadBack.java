package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.national.NationalComparison;
import vn.lienthong.national.NationalComparison.Verdict;
import vn.lienthong.national.NationalWriting;
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.ReplyTable;
import vn.lienthong.portal.session.ReplyTables;
import vn.lienthong.portal.session.SessionCall;
import vn.lienthong.portal.session.SessionConnector;

/**
 * Asks the portal, dossier by dossier, whether it holds what may have arrived. Stops asking at the first question that
 * gets no answer: the others would wait for theirs just as long.
 */
@Component("portalReadBack")
public class PortalReadBack {
    private final PortalItems items;
    private final SessionConnector connector;
    private final ReplyTables tables;

    PortalReadBack(PortalItems items, SessionConnector connector, ReplyTables tables) {
        this.items = items;
        this.connector = connector;
        this.tables = tables;
    }

    /** Notes an answer for every delivery of the batch. */
    public void ask(DeliveryBatch batch) {
        Map<ClaimedDelivery, Optional<NationalWriting>> sent = items.build(batch.undecided());
        for (Map.Entry<ClaimedDelivery, Optional<NationalWriting>> entry : sent.entrySet()) {
            DeliveryOutcome outcome = entry.getValue()
                    .map(writing -> about(batch, entry.getKey(), writing))
                    .orElseGet(() -> new Undecidable(Reason.CANNOT_BE_BUILT, null, true));
            if (outcome instanceof NoAnswer || outcome instanceof Throttled) {
                batch.noteRest(outcome);
                return;
            }
            batch.note(entry.getKey(), outcome);
        }
    }

    private DeliveryOutcome about(DeliveryBatch batch, ClaimedDelivery delivery, NationalWriting writing) {
        if (!(writing instanceof NationalWriting.Written written)) {
            return new Undecidable(Reason.CANNOT_BE_BUILT, null, true);
        }
        if (!batch.lease().holds()) {
            return new NoAnswer(Reason.OWN_TROUBLE, null);
        }
        ObjectNode question = SessionCall.head(delivery.unitCode(), "TraCuuHoSo");
        question.put("mahoso", delivery.dossierNumber());
        return switch (connector.ask(batch.partner(), question, batch.lease())) {
            case CallResult.Failed failed -> noAnswer(failed.outcome());
            case CallResult.Told told -> judge(delivery, written.item(), told.reply(), tables.of(batch.partner()));
        };
    }

    private static DeliveryOutcome judge(ClaimedDelivery delivery, JsonNode sent, Reply reply, ReplyTable table) {
        ReplyClass meaning = reply.meaning().orElse(ReplyClass.UNDECIDABLE);
        if (meaning == ReplyClass.NOT_HELD) {
            return new NotThere();
        }
        if (meaning != ReplyClass.SUCCESS) {
            return new NoAnswer(Reason.REPLY_UNKNOWN, reply.words());
        }
        if (reply.result().isArray() && reply.result().isEmpty()) {
            return new NotThere();
        }
        return ShownDossier.in(reply.result(), delivery.dossierNumber(), table)
                .map(shown -> delivery.fullState()
                        ? NationalComparison.ofDossier(shown, sent)
                        : NationalComparison.ofStep(shown, sent, table.fields().steps()))
                .map(verdict -> outcome(verdict, reply))
                .orElseGet(() -> new CannotTell("trả lời nói về hồ sơ khác / the answer is about another dossier"));
    }

    private static DeliveryOutcome outcome(Verdict verdict, Reply reply) {
        return switch (verdict) {
            case SHOWS_THIS -> new Confirmed(reply.code());
            case SHOWS_ANOTHER -> new NotThere();
            case CANNOT_TELL -> new CannotTell("chỉ thấy trạng thái và ngày / only status and dates are shown");
        };
    }

    private static DeliveryOutcome noAnswer(DeliveryOutcome failure) {
        return switch (failure) {
            case Throttled slower -> slower;
            case DeliveryOutcome.NotSent none -> new NoAnswer(none.reason(), none.detail());
            case DeliveryOutcome.MaybeSent none -> new NoAnswer(none.reason(), none.detail());
            case Undecidable unclear -> new NoAnswer(unclear.reason(), unclear.detail());
            default -> new NoAnswer(Reason.ANSWER_LOST, failure.toString());
        };
    }
}
