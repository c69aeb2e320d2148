package vn.lienthong.intake.compat;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Suspicion;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/**
 * Which agency answers for the one in a dossier number. The form has no field for it; where the catalogue does not know
 * the agency in the number, the agency that sends the dossier stands in, since that is the only one known, and a work
 * item says so.
 */
@Component
class CompetentAgency {
    private final Agencies agencies;
    private final GatewayClock clock;

    CompetentAgency(Agencies agencies, GatewayClock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The agency in the number where it is known today, itself or through its successor; else the sender. */
    String of(String inNumber, String sender) {
        return known(inNumber) ? inNumber : sender;
    }

    /** What to tell where the sender stands in and the rules for numbers have nothing to say. */
    Optional<Suspicion> finding(DossierNumber number, String sender) {
        String agency = number.agency();
        // a code unknown even on the day of the number is told by the rules of all faces
        return known(agency) || agencies.resolve(agency, number.received()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Suspicion(
                        "DOSSIER-NUMBER-AGENCY",
                        new Bilingual(
                                "Mã cơ quan " + agency
                                        + " trong mã hồ sơ đã đóng và chưa có cơ quan kế thừa; tạm ghi cơ"
                                        + " quan giải quyết là " + sender + ".",
                                "The agency " + agency + " in the dossier number is closed without successor; " + sender
                                        + " stands in as the competent agency.")));
    }

    private boolean known(String agency) {
        return agencies.resolve(agency, clock.today()).isPresent();
    }
}
