package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Lease;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.Question;
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.ReplyTables;
import vn.lienthong.portal.session.ServiceContracts;
import vn.lienthong.portal.session.SessionConnector;

/**
 * Asks portals now and then about dossiers of which we were told steps only: a dossier that came there by another road (a
 * ministry's system, or before the cut-over) lets its steps go. One that must not be called now is not asked either.
 */
@Component
class HoldingProbe {
    private static final String STEPS = "progress";
    private static final int MOST = 50;

    private final Deliveries deliveries;
    private final Partners partners;
    private final SessionConnector connector;
    private final ReplyTables tables;
    private final ServiceContracts contracts;
    private final PartnerFlow flow;
    private final GatewayClock clock;
    /** Where the last look ended: dossiers that never come there must not keep the others from being asked about. */
    private final Map<String, String> asked = new HashMap<>();

    HoldingProbe(
            Deliveries deliveries,
            Partners partners,
            SessionConnector connector,
            ReplyTables tables,
            ServiceContracts contracts,
            PartnerFlow flow,
            GatewayClock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.connector = connector;
        this.tables = tables;
        this.contracts = contracts;
        this.flow = flow;
        this.clock = clock;
    }

    /** {@code lienthong.portal.probe}: pause between two looks, default five minutes. */
    @Scheduled(
            initialDelayString = "${lienthong.portal.probe:PT5M}",
            fixedDelayString = "${lienthong.portal.probe:PT5M}")
    synchronized void look() {
        for (String id : contracts.partners()) {
            partners.find(id)
                    .filter(partner -> partner.kinds().contains(STEPS))
                    .filter(partner -> flow.hold(id).isEmpty())
                    .ifPresent(
                            partner -> contracts.of(id).question().ifPresent(question -> look(id, partner, question)));
        }
    }

    private void look(String id, Partner partner, Question question) {
        Lease lease = Lease.starting(clock, Ids.next(), partner.leaseLength());
        List<String> held = new ArrayList<>();
        for (Map.Entry<String, String> waiting : next(id).entrySet()) {
            String number = waiting.getKey();
            ObjectNode call = contracts.of(id).call(waiting.getValue(), question.service());
            call.put(question.number(), number);
            if (!(connector.ask(id, call, lease) instanceof CallResult.Told told)) {
                break; // no answer now; the next look asks again
            }
            asked.put(id, number);
            if (shows(id, told.reply(), number)) {
                held.add(number);
            }
        }
        if (!held.isEmpty()) {
            deliveries.noteHeld(id, held);
        }
    }

    private Map<String, String> next(String id) {
        String last = asked.getOrDefault(id, "");
        Map<String, String> following = deliveries.stepsWithoutDossier(id, last, MOST);
        return following.isEmpty() && !last.isEmpty() ? deliveries.stepsWithoutDossier(id, "", MOST) : following;
    }

    private boolean shows(String id, Reply reply, String number) {
        return reply.meaning().filter(ReplyClass.SUCCESS::equals).isPresent()
                && ShownDossier.in(reply.result(), number, tables.of(id)).isPresent();
    }
}
