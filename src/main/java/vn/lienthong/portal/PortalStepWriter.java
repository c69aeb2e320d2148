package vn.lienthong.portal;

import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.portal.session.SessionCall;

/** Writes processing steps as a call of {@code CapNhatTienDoHoSoMC}, each from its own event. */
@Component("portalStepWriter")
public class PortalStepWriter {
    private final PortalCalls calls;

    PortalStepWriter(PortalCalls calls) {
        this.calls = calls;
    }

    /** The call for this batch. */
    public SessionCall write(DeliveryBatch batch) {
        return calls.of(batch, SessionCall.head(batch.unitCode(), "CapNhatTienDoHoSoMC"));
    }
}
