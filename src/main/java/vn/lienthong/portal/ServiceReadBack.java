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
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.ItemForm;
import vn.lienthong.portal.session.Question;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.ReplyTable;
import vn.lienthong.portal.session.ReplyTables;
import vn.lienthong.portal.session.ServiceContract;
import vn.lienthong.portal.session.ServiceContracts;
import vn.lienthong.portal.session.SessionConnector;

/**
 * Asks a partner, dossier by dossier, whether it holds what may have arrived. Stops asking at the first question that
 * gets no answer: the others would wait for theirs just as long. A partner that cannot be asked cannot tell.
 */
@Component("serviceReadBack")
public class ServiceReadBack {
    private final PortalItems items;
    private final SessionConnector connector;
    private final ReplyTables tables;
    private final ServiceContracts contracts;

    ServiceReadBack(PortalItems items, SessionConnector connector, ReplyTables tables, ServiceContracts contracts) {
        this.items = items;
        this.connector = connector;
        this.tables = tables;
        this.contracts = contracts;
    }

    /** Notes an answer for every delivery of the batch. */
    public void ask(DeliveryBatch batch) {
        Optional<Question> question = contracts.of(batch.partner()).question();
        if (question.isEmpty()) {
            batch.noteRest(new CannotTell("hệ thống nhận không có lời hỏi / this partner cannot be asked"));
            return;
        }
        Map<ClaimedDelivery, ItemWriting> sent = items.build(batch.partner(), batch.undecided());
        for (Map.Entry<ClaimedDelivery, ItemWriting> entry : sent.entrySet()) {
            DeliveryOutcome outcome = entry.getValue() instanceof ItemWriting.Written written
                    ? about(batch, entry.getKey(), written.item(), question.get())
                    : new Undecidable(Reason.CANNOT_BE_BUILT, null, true);
            if (outcome instanceof NoAnswer || outcome instanceof Throttled) {
                batch.noteRest(outcome);
                return;
            }
            batch.note(entry.getKey(), outcome);
        }
    }

    private DeliveryOutcome about(DeliveryBatch batch, ClaimedDelivery delivery, JsonNode sent, Question question) {
        if (!batch.lease().holds()) {
            return new NoAnswer(Reason.OWN_TROUBLE, null);
        }
        ServiceContract contract = contracts.of(batch.partner());
        ObjectNode asked = contract.call(delivery.unitCode(), question.service());
        asked.put(question.number(), delivery.dossierNumber());
        return switch (connector.ask(batch.partner(), asked, batch.lease())) {
            case CallResult.Failed failed -> failed.outcome().asQuestion();
            case CallResult.Told told ->
                judge(
                        delivery,
                        sent,
                        told.reply(),
                        tables.of(batch.partner()),
                        comparison(contract, delivery, question));
        };
    }

    private static Comparison comparison(ServiceContract contract, ClaimedDelivery delivery, Question question) {
        if (contract.kind(delivery.kind()).form() instanceof ItemForm.Own own) {
            FormComparison comparing = new FormComparison(own, question);
            return (shown, sent, steps) ->
                    delivery.fullState() ? comparing.ofState(shown, sent) : comparing.ofStep(shown, sent, steps);
        }
        return (shown, sent, steps) -> delivery.fullState()
                ? NationalComparison.ofDossier(shown, sent)
                : NationalComparison.ofStep(shown, sent, steps);
    }

    private static DeliveryOutcome judge(
            ClaimedDelivery delivery, JsonNode sent, Reply reply, ReplyTable table, Comparison comparison) {
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
                .map(shown -> comparison.verdict(shown, sent, table.fields().steps()))
                .map(verdict -> outcome(verdict, reply))
                .orElseGet(() -> new CannotTell("trả lời nói về hồ sơ khác / the answer is about another dossier"));
    }

    /** How what is shown and what was sent are held against each other. */
    private interface Comparison {
        Verdict verdict(JsonNode shown, JsonNode sent, String steps);
    }

    private static DeliveryOutcome outcome(Verdict verdict, Reply reply) {
        return switch (verdict) {
            case SHOWS_THIS -> new Confirmed(reply.code());
            case SHOWS_ANOTHER -> new NotThere();
            case CANNOT_TELL -> new CannotTell("chỉ thấy trạng thái và ngày / only status and dates are shown");
        };
    }
}
