package vn.lienthong.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.portal.session.SessionCall;

/**
 * Writes full states as a call of {@code DongBoHoSoMC}, each from its own event. Create or update follows from what we
 * know the portal to hold; the reply heals what we know.
 */
@Component("portalDossierWriter")
public class PortalDossierWriter {
    private final PortalCalls calls;

    PortalDossierWriter(PortalCalls calls) {
        this.calls = calls;
    }

    /** The call for this batch. */
    public SessionCall write(DeliveryBatch batch) {
        ObjectNode head = SessionCall.head(batch.unitCode(), "DongBoHoSoMC");
        head.put("isUpdating", batch.heldByPartner() ? "True" : "False");
        return calls.of(batch, head);
    }
}
