package vn.lienthong.civilstatus;

import org.springframework.stereotype.Component;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.partner.Partners;

/** Looks at what became of registrations, unless the platform must not be called now. */
@Component("civilStatusLook")
public class CivilStatusLook {
    private final RegistrationLook look;
    private final Partners partners;
    private final PartnerFlow flow;

    CivilStatusLook(RegistrationLook look, Partners partners, PartnerFlow flow) {
        this.look = look;
        this.partners = partners;
        this.flow = flow;
    }

    /** One look. */
    public void poll() {
        boolean known = partners.find(CivilStatusLine.PARTNER).isPresent();
        if (known && flow.hold(CivilStatusLine.PARTNER).isEmpty()) {
            look.look();
        }
    }
}
