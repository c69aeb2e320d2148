package vn.lienthong.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Lease;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.portal.session.CallResult;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.SessionCall;
import vn.lienthong.portal.session.SessionConnector;

/**
 * Asks the portal now and then about dossiers of which we were told steps only: a dossier that came there by another road
 * (a ministry's system, or before the cut-over) lets its steps go.
 */
@Component
class HoldingProbe {
    private static final String PARTNER = "portal";
    private static final int MOST = 50;

    private final Deliveries deliveries;
    private final Partners partners;
    private final SessionConnector connector;
    private final GatewayClock clock;

    HoldingProbe(Deliveries deliveries, Partners partners, SessionConnector connector, GatewayClock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.connector = connector;
        this.clock = clock;
    }

    /** {@code lienthong.portal.probe}: pause between two looks, default five minutes. */
    @Scheduled(
            initialDelayString = "${lienthong.portal.probe:PT5M}",
            fixedDelayString = "${lienthong.portal.probe:PT5M}")
    void look() {
        partners.find(PARTNER).ifPresent(this::look);
    }

    private void look(Partner partner) {
        Lease lease = Lease.starting(clock, Ids.next(), partner.leaseLength());
        List<String> held = new ArrayList<>();
        for (Map.Entry<String, String> waiting :
                deliveries.stepsWithoutDossier(PARTNER, MOST).entrySet()) {
            ObjectNode question = SessionCall.head(waiting.getValue(), "TraCuuHoSo");
            question.put("mahoso", waiting.getKey());
            if (!(connector.ask(PARTNER, question, lease) instanceof CallResult.Told told)) {
                break; // no answer now; the next look asks again
            }
            JsonNode result = told.reply().result();
            if (told.reply().meaning().filter(ReplyClass.SUCCESS::equals).isPresent() && !result.isEmpty()) {
                held.add(waiting.getKey());
            }
        }
        if (!held.isEmpty()) {
            deliveries.noteHeld(PARTNER, held);
        }
    }
}
