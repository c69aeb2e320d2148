package vn.lienthong.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.access.Rights;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.document.ResultRepository.KeptResult;
import vn.lienthong.document.ResultRepository.NewResult;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.NewWorkItem;

/** The results of dossiers: attached once, sealed where asked for, handed out in their newest version. */
@Component
public class Results {
    private static final Duration SEALED_SOON = Duration.ofSeconds(2);

    private final ResultRepository results;
    private final DossierRegister dossiers;
    private final Deliveries deliveries;
    private final SignatureRules rules;
    private final SealWorker sealWorker;
    private final Rights rights;

    Results(
            ResultRepository results,
            DossierRegister dossiers,
            Deliveries deliveries,
            SignatureRules rules,
            SealWorker sealWorker,
            Rights rights) {
        this.results = results;
        this.dossiers = dossiers;
        this.deliveries = deliveries;
        this.rules = rules;
        this.sealWorker = sealWorker;
        this.rights = rights;
    }

    /** The partner behind each word of {@code forwardTo}; refuses with 422 one that does not take results here. */
    public List<String> partners(List<String> forwardTo) {
        return forwardTo.stream().distinct().map(this::partner).toList();
    }

    /** The word of {@code forwardTo} that names a partner: {@code PORTAL} for {@code portal}. */
    public static String word(String partner) {
        return partner.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String partner(String word) {
        String id = word.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!deliveries.takes(id, DeliveryRequest.RESULT)) {
            throw new ProblemException(Problem.at(
                    422,
                    "RESULT-FORWARD",
                    "/forwardTo",
                    "Cổng này chưa chuyển kết quả tới " + word + ".",
                    "This gateway does not forward results to " + word + " yet."));
        }
        return id;
    }

    /**
     * Attaches a result to its dossier in the caller's transaction, together with its deliveries. The same result again is
     * answered as stored.
     */
    public DossierAnswer attach(DossierCommand.TellResult told, ReceivedDocument document) {
        String number = told.number().value();
        DossierRecord dossier = dossiers.find(number).orElse(null);
        boolean toBeSealed = rules.toBeSealed(told.result(), document.signatures());
        if (toBeSealed && dossier != null) {
            requireOwnSeal(told, dossier);
        }
        List<NewWorkItem> noted = dossier == null ? List.of() : findings(told, dossier, document);
        DossierAnswer answer =
                dossiers.apply(List.of(told), Map.of(told.eventId(), noted)).getFirst();
        if (answer instanceof DossierAnswer.Accepted accepted && !accepted.repeated() && dossier != null) {
            results.add(new NewResult(
                    told.eventId(),
                    number,
                    dossier.intakeAgency(),
                    dossier.competentAgency(),
                    state(document, toBeSealed),
                    document,
                    told.result().visible(),
                    accepted.acceptedAt()));
            if (toBeSealed) {
                deliveries.holdForSeal(number, told.eventId());
                ringAfterCommit();
            }
        }
        return answer;
    }

    /** The seal is the competent agency's: who merely takes in or hands out for it cannot have its seal put on a paper. */
    private void requireOwnSeal(DossierCommand.TellResult told, DossierRecord dossier) {
        if (!rights.maySee(told.caller(), List.of(dossier.competentAgency()))) {
            throw new ProblemException(Problem.at(
                    403,
                    "RESULT-SEAL-NOT-YOURS",
                    "/seal",
                    "Chỉ cơ quan có thẩm quyền giải quyết hồ sơ mới yêu cầu đóng dấu số của cơ quan ấy được.",
                    "Only the dossier's competent agency may have its seal put on a result."));
        }
    }

    private List<NewWorkItem> findings(
            DossierCommand.TellResult told, DossierRecord dossier, ReceivedDocument document) {
        String agency = dossier.intakeAgency();
        List<NewWorkItem> found = new ArrayList<>(
                rules.findings(told.eventId(), dossier.number(), agency, told.result(), document.signatures()));
        String digest = Sha256Name.PREFIX + document.sha256();
        boolean wasSubmitted = dossiers.content(dossier).stream()
                .flatMap(state -> state.documents().stream())
                .anyMatch(paper -> digest.equalsIgnoreCase(paper.attachment()));
        if (wasSubmitted) {
            found.add(new NewWorkItem(
                    "DOSSIER-RESULT-IS-SUBMITTED",
                    dossier.number(),
                    agency,
                    null,
                    told.eventId(),
                    new Bilingual(
                            "Tệp kết quả trùng với tệp người dân đã nộp.",
                            "A result is the same file as one the applicant handed in.")));
        }
        return found;
    }

    private static ResultState state(ReceivedDocument document, boolean toBeSealed) {
        if (!document.presentable()) {
            return ResultState.WITHHELD;
        }
        return toBeSealed ? ResultState.SEALING : ResultState.READY;
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealWorker.ring();
            }
        });
    }

    /** The version of a result that others may have; empty for one that nobody may. Refuses with 503 one to be sealed. */
    Optional<StoredFile> handedOut(UUID id) {
        return results.find(id)
                .filter(result -> result.state() != ResultState.WITHHELD)
                .map(Results::sealedFile);
    }

    /** The newest version of a result of this dossier, for those who may see the dossier. */
    Optional<StoredFile> content(String dossierNumber, UUID id) {
        return results.find(id)
                .filter(result -> result.dossierNumber().equals(dossierNumber))
                .map(Results::sealedFile);
    }

    List<KeptResult> of(String dossierNumber) {
        return results.of(dossierNumber);
    }

    private static StoredFile sealedFile(KeptResult result) {
        if (result.state() == ResultState.SEALING) {
            throw new ProblemException(
                    Problem.of(
                            503,
                            "RESULT-NOT-SEALED-YET",
                            "Kết quả đang chờ đóng dấu số của cơ quan; hãy thử lại sau.",
                            "The result waits for the agency's seal; try again later."),
                    SEALED_SOON);
        }
        return result.file();
    }
}
