package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.civilstatus.wire.CivilStatusLine;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.civilstatus.wire.Reading;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.document.Reception;
import vn.lienthong.document.Results;
import vn.lienthong.dossier.AttachedResult;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;

/**
 * Makes the paper that comes with a registration a result: of the leg, and of the linked dossier it belongs to, from where it
 * goes to the portal, which counts no legs. Each attachment is a transaction of its own and a repeat of itself: a crash between
 * two, or a second reading, changes nothing. A paper that nobody signed is kept and goes nowhere.
 */
@Component
class Certificates {
    /** No agency's system, so none that ended shuts it out; it answers the gateway, which may see what it asked about. */
    private static final Caller PLATFORM = new Caller(
            CivilStatusLine.PARTNER, "Hộ tịch điện tử", null, Set.of(Scopes.OPERATOR_READ), null, Caller.Kind.CLIENT);

    private final Contract contract;
    private final Reception reception;
    private final Results results;
    private final DossierRegister dossiers;
    private final Deliveries deliveries;
    private final Evidence evidence;
    private final TransactionTemplate transaction;

    Certificates(
            Contract contract,
            Reception reception,
            Results results,
            DossierRegister dossiers,
            Deliveries deliveries,
            Evidence evidence,
            TransactionTemplate transaction) {
        this.contract = contract;
        this.reception = reception;
        this.results = results;
        this.dossiers = dossiers;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    /** What became of the paper in a result. */
    enum Outcome {
        /** Nothing is left to do: it is attached, or there is none. */
        DONE,
        /** The linked dossier was not told yet. */
        PARENT_UNKNOWN,
        /** What came is no document. */
        UNREADABLE
    }

    /** Attaches the paper. Not inside a transaction: it is verified first. Fails where it can be had later. */
    Outcome attach(Registration claimed, Reading reading) {
        Contract.Module module = contract.modules().get(claimed.module());
        String text = module == null
                ? ""
                : reading.result().path(module.certificate().data()).asText("");
        DossierRecord leg = dossiers.find(claimed.dossierNumber()).orElse(null);
        if (module == null || text.isBlank() || leg == null) {
            return Outcome.DONE;
        }
        Optional<ReceivedDocument> received = received(text);
        if (received.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        CertificatePaper paper = new CertificatePaper(
                module.certificate().title(),
                code(reading.result().path(module.certificate().code())),
                received.get());
        attach(leg, paper, List.of());
        String linked = leg.parent();
        if (linked == null) {
            return Outcome.DONE;
        }
        DossierRecord parent = dossiers.find(linked).orElse(null);
        if (parent == null || parent.stateEvent() == null) {
            return Outcome.PARENT_UNKNOWN;
        }
        // anybody may name any dossier as a parent: only a leg that an agency of the parent took in brings something
        // into it
        if (parent.tookIn(leg)) {
            attach(parent, paper, paper.signed() ? List.of("PORTAL") : List.of());
        }
        return Outcome.DONE;
    }

    private void attach(DossierRecord dossier, CertificatePaper paper, List<String> words) {
        List<String> forwardTo = words.stream()
                .filter(word -> deliveries.takes(DeliveryRequest.PORTAL, DeliveryRequest.RESULT))
                .toList();
        TellResult told = new TellResult(
                Ids.next(),
                DossierNumber.parse(dossier.number()).orElseThrow(),
                PLATFORM,
                new AttachedResult(
                        paper.title(),
                        paper.code(),
                        null,
                        null,
                        List.of(),
                        false,
                        false,
                        forwardTo,
                        paper.document().mediaType(),
                        paper.document().sha256(),
                        paper.document().size()),
                results.partners(forwardTo));
        transaction.executeWithoutResult(status -> {
            switch (results.attach(told, paper.document())) {
                case DossierAnswer.Accepted accepted -> {
                    if (!accepted.repeated()) {
                        evidence.keep(List.of(paper.message(told)));
                    }
                }
                case DossierAnswer.Refused refused ->
                    throw new IllegalStateException(refused.problem().code());
            }
        });
    }

    private Optional<ReceivedDocument> received(String text) {
        try {
            return Optional.of(reception.receive(Base64.getDecoder().decode(text.replaceAll("\\s", ""))));
        } catch (IllegalArgumentException noDocument) {
            return Optional.empty();
        } catch (ProblemException refused) {
            if (refused.problem().status() >= 500) {
                throw refused; // for want of room or time: it is read again
            }
            return Optional.empty();
        }
    }

    private static @Nullable String code(JsonNode value) {
        String code = value.asText("").strip();
        return code.isEmpty() || code.length() > 100 ? null : code;
    }
}
