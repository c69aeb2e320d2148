package vn.lienthong.linked;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.Why;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** What legs were given by others, and what they find wrong in it. */
@RestController
class FactController {
    private final DossierRegister dossiers;
    private final CertificateFindings findings;
    private final Rights rights;
    private final TransactionTemplate transaction;

    FactController(
            DossierRegister dossiers, CertificateFindings findings, Rights rights, TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.findings = findings;
        this.rights = rights;
        this.transaction = transaction;
    }

    @GetMapping("/v1/dossiers/{number}/facts")
    Facts facts(@PathVariable String number, Caller caller) {
        rights.requireScope(caller, Scopes.DOSSIER_READ);
        own(number, caller);
        return new Facts(
                number,
                dossiers.history(number).stream()
                        .filter(FactsTold.class::isInstance)
                        .map(event -> View.of((FactsTold) event))
                        .toList());
    }

    @PostMapping(path = "/v1/dossiers/{number}/certificate-findings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Told report(@PathVariable String number, @Validated @RequestBody Why why, Caller caller) {
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        DossierRecord leg = own(number, caller);
        String reason = why.reason().replace('\0', ' ').strip();
        List<CertificateFindings.Issuer> issuers =
                transaction.execute(status -> findings.report(leg, caller.clientId(), reason));
        if (issuers == null || issuers.isEmpty()) {
            throw new ProblemException(Problem.of(
                    409,
                    "LINKED-NO-ISSUER",
                    "Hồ sơ này không là phần việc đứng sau phần nào của hồ sơ liên thông.",
                    "This dossier is no leg that stands after another one."));
        }
        return new Told(issuers);
    }

    private DossierRecord own(String number, Caller caller) {
        return dossiers.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.")));
    }

    record Facts(String dossierNumber, List<View> items) {}

    record Told(List<CertificateFindings.Issuer> issuers) {}

    /** What was given at one time. */
    record View(UUID eventId, OffsetDateTime at, String source, String from, Map<String, String> facts) {
        static View of(FactsTold told) {
            return new View(
                    told.id(),
                    told.acceptedAt().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                    told.known().source(),
                    told.known().from(),
                    told.known().facts());
        }
    }
}
