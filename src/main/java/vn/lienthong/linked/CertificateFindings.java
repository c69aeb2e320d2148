package vn.lienthong.linked;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryAnswer;
import vn.lienthong.delivery.DeliveryListener;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Takes what a leg finds wrong in a certificate back to whoever issued it: a work item of the agency whose dossier gave the
 * facts, which its system also reads in its inbox. It goes away when the issuer's corrected result comes.
 */
@Component
class CertificateFindings implements DeliveryListener {
    static final String WRONG = "LINKED-CERTIFICATE-WRONG";

    private final LinkedFactRepository rows;
    private final LinkedDossiers linked;
    private final ObjectProvider<DossierRegister> dossiers;
    private final WorkItems workItems;

    CertificateFindings(
            LinkedFactRepository rows,
            LinkedDossiers linked,
            ObjectProvider<DossierRegister> dossiers,
            WorkItems workItems) {
        this.rows = rows;
        this.linked = linked;
        this.dossiers = dossiers;
        this.workItems = workItems;
    }

    /** Whoever issued a certificate that is wrong. */
    record Issuer(String dossierNumber, String agency) {}

    @Override
    public boolean wantsConfirmed(String agency) {
        return false;
    }

    @Override
    public void answered(List<DeliveryAnswer> answers) {
        acknowledged(answers);
    }

    @Override
    public void acknowledged(List<DeliveryAnswer> answers) {
        for (DeliveryAnswer answer : answers) {
            if (answer.reason() == Reason.CORRECTION_WANTED) {
                dossiers.getObject()
                        .find(answer.dossierNumber())
                        .ifPresent(leg -> report(leg, answer.partner(), answer.detail()));
            }
        }
    }

    /** Puts it before the issuers, in the caller's transaction; tells who they are: none for a dossier that is no later leg. */
    List<Issuer> report(DossierRecord leg, String by, @Nullable String words) {
        List<Issuer> issuers = issuers(leg);
        String told = words == null ? "" : " [" + by + ": " + words + "]";
        workItems.open(issuers.stream()
                .map(issuer -> new NewWorkItem(
                        WRONG,
                        issuer.dossierNumber(),
                        issuer.agency(),
                        null,
                        null,
                        new Bilingual(
                                "Phần việc sau (" + leg.number()
                                        + ") thấy giấy tờ đã cấp có sai sót. Đính chính rồi gửi lại" + " hồ sơ." + told,
                                "A later leg (" + leg.number()
                                        + ") found the certificate wrong. Correct it, then send the" + " dossier again."
                                        + told)))
                .toList());
        return issuers;
    }

    private List<Issuer> issuers(DossierRecord leg) {
        TreeSet<String> numbers = new TreeSet<>(rows.givers(leg.number()));
        if (numbers.isEmpty()) {
            numbers.addAll(linked.before(leg));
        }
        List<Issuer> issuers = new ArrayList<>();
        for (String number : numbers) {
            Optional<DossierRecord> issuer = dossiers.getObject().find(number);
            issuer.filter(found -> !Objects.equals(found.number(), leg.number()))
                    .ifPresent(found -> issuers.add(new Issuer(found.number(), found.intakeAgency())));
        }
        return issuers;
    }
}
