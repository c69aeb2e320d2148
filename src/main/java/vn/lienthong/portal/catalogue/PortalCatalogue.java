package vn.lienthong.portal.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agency;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.catalogue.ToldCatalogue;
import vn.lienthong.delivery.Lease;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partners;
import vn.lienthong.portal.session.SessionConnector;

/** Asks the portal for its whole catalogue. One question without a good answer and there is none. */
@Component
class PortalCatalogue {
    static final String PARTNER = "portal";

    private final SessionConnector connector;
    private final Partners partners;
    private final GatewayClock clock;

    PortalCatalogue(SessionConnector connector, Partners partners, GatewayClock clock) {
        this.connector = connector;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Everything this unit may see.
     *
     * @param goOn asked before each question; false ends the pull
     * @param most how many entries a list may have
     */
    ToldCatalogue read(String unit, BooleanSupplier goOn, int most) {
        CatalogueQuestions asking = new CatalogueQuestions(connector, leases(), unit, goOn, most);
        List<Agency> agencies =
                asking.list("LayDanhMucCoQuan").stream().map(AgencyForm::read).toList();
        once("LayDanhMucCoQuan", agencies.stream().map(Agency::code).toList());
        List<String> codes = asking.list("LayDanhSachTTHC").stream()
                .map(entry -> Procedures.bare(Field.must(entry, "MATTHC")))
                .toList();
        once("LayDanhSachTTHC", codes);
        List<Procedure> procedures = new ArrayList<>();
        for (String code : codes) {
            asking.procedure(code).ifPresent(procedures::add);
        }
        return new ToldCatalogue(procedures, agencies);
    }

    private Supplier<Lease> leases() {
        Duration length = partners.get(PARTNER).leaseLength();
        return () -> Lease.starting(clock, Ids.next(), length);
    }

    private static void once(String service, List<String> codes) {
        Set<String> seen = new LinkedHashSet<>();
        for (String code : codes) {
            if (!code.matches("[A-Z0-9][A-Z0-9.-]{0,39}") || !seen.add(code)) {
                throw new UnfitCatalogue(
                        service + ": mã trùng hoặc không đúng mẫu",
                        service + ": a code comes twice or has no form in use");
            }
        }
    }
}
