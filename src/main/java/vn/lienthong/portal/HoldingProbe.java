package vn.lienthong.portal;

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
import vn.lienthong.portal.session.Reply;
import vn.lienthong.portal.session.ReplyClass;
import vn.lienthong.portal.session.ReplyTables;
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
    private final ReplyTables tables;
    private final GatewayClock clock;
    /** Where the last look ended: dossiers that never come there must not keep the others from being asked about. */
    private String asked = "";

    HoldingProbe(
            Deliveries deliveries,
            Partners partners,
            SessionConnector connector,
            ReplyTables tables,
            GatewayClock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.connector = connector;
        this.tables = tables;
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
        for (Map.Entry<String, String> waiting : next().entrySet()) {
            String number = waiting.getKey();
            ObjectNode question = SessionCall.head(waiting.getValue(), "TraCuuHoSo");
            question.put("mahoso", number);
            if (!(connector.ask(PARTNER, question, lease) instanceof CallResult.Told told)) {
                break; // no answer now; the next look asks again
            }
            asked = number;
            if (shows(told.reply(), number)) {
                held.add(number);
            }
        }
        if (!held.isEmpty()) {
            deliveries.noteHeld(PARTNER, held);
        }
    }

    private Map<String, String> next() {
        Map<String, String> following = deliveries.stepsWithoutDossier(PARTNER, asked, MOST);
        return following.isEmpty() && !asked.isEmpty() ? deliveries.stepsWithoutDossier(PARTNER, "", MOST) : following;
    }

    private boolean shows(Reply reply, String number) {
        return reply.meaning().filter(ReplyClass.SUCCESS::equals).isPresent()
                && ShownDossier.in(reply.result(), number, tables.of(PARTNER)).isPresent();
    }
}
