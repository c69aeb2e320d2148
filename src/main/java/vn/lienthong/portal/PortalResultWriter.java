package vn.lienthong.portal;

import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.portal.session.SessionCall;

/**
 * Writes results as calls of {@code DongBoHoSoMC}: each as the full state it was attached to, with the results so far among
 * its papers, because the portal knows results only as part of a dossier.
 */
@Component("portalResultWriter")
public class PortalResultWriter {
    private final PortalDossierWriter dossiers;

    PortalResultWriter(PortalDossierWriter dossiers) {
        this.dossiers = dossiers;
    }

    /** The call for this batch. */
    public SessionCall write(DeliveryBatch batch) {
        return dossiers.write(batch);
    }
}
