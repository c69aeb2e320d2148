package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Succession.Kind;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.WorkItems;

/** Where a person chooses, for dossiers of an agency that several took over, which of them has each dossier from now on. */
@Component
public class SuccessorChoices {
    private final Agencies agencies;
    private final DossierRegister register;
    private final Rights rights;
    private final WorkItems workItems;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final GatewayClock clock;

    SuccessorChoices(
            Agencies agencies,
            DossierRegister register,
            Rights rights,
            WorkItems workItems,
            Audit audit,
            TransactionTemplate transaction,
            GatewayClock clock) {
        this.agencies = agencies;
        this.register = register;
        this.rights = rights;
        this.workItems = workItems;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives these dossiers to the one chosen, each in a transaction of its own with its entry in the audit. Refuses as a whole
     * an agency that has not ended, and one that is not among those that took over.
     *
     * @return one answer per dossier, in the same order
     */
    public List<DossierAnswer> choose(
            String agency, String successor, List<String> numbers, String reason, Caller caller) {
        requireRight(agency, caller);
        Succession ended = agencies.successions()
                .holding(Kind.AGENCY, agency, clock.today())
                .orElseThrow(() -> new ProblemException(Problem.at(
                        422,
                        "AGENCY-NOT-ENDED",
                        "/agency",
                        "Danh mục không ghi cơ quan " + agency + " đã kết thúc.",
                        "The catalogue does not say that the agency " + agency + " has ended.")));
        if (!ended.offers(successor)) {
            throw new ProblemException(Problem.at(
                    422,
                    "SUCCESSOR-NOT-OFFERED",
                    "/successor",
                    "Cơ quan tiếp nhận phải là một trong: " + ended.candidates() + ".",
                    "The successor must be one of " + ended.candidates() + "."));
        }
        List<DossierAnswer> answers = new ArrayList<>();
        for (String number : numbers) {
            answers.add(DossierNumber.parse(number)
                    .flatMap(read -> Optional.ofNullable(transaction.execute(
                            status -> one(read, Rehoming.chosen(ended, successor, caller.name(), reason), caller))))
                    .orElseGet(() -> new DossierAnswer.Refused(Judge.unknownProblem())));
        }
        return answers;
    }

    private DossierAnswer one(DossierNumber number, Rehoming chosen, Caller caller) {
        boolean visible = register.find(number.value())
                .filter(record -> rights.maySee(caller, record.agencies()))
                .isPresent();
        DossierAnswer answer = visible
                ? register.apply(List.of(new NoteRehomed(Ids.next(), number, caller, chosen)), Map.of())
                        .getFirst()
                : new DossierAnswer.Refused(Judge.unknownProblem());
        boolean done = answer instanceof DossierAnswer.Accepted;
        if (done) {
            workItems.settle(Homes.CHOICE, number.value(), chosen.to() + ": " + chosen.reason());
            // another agency of the same dossier may wait for a choice too, under the same code
            register.goHome(List.of(number.value()));
        }
        audit.record(
                caller,
                "dossier.rehome",
                "dossier:" + number.value(),
                chosen.from() + " → " + chosen.to() + ": " + chosen.reason(),
                done ? Audit.Outcome.DONE : Audit.Outcome.REFUSED);
        return answer;
    }

    /** The agency itself and those above it choose, and the operators. */
    private void requireRight(String agency, Caller caller) {
        if (caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.OPERATOR_ACT);
            return;
        }
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        if (!rights.maySee(caller, List.of(agency))) {
            throw new ProblemException(Problem.at(
                    403,
                    "ACCESS-AGENCY",
                    "/agency",
                    "Chỉ cơ quan này hoặc cơ quan cấp trên được chọn.",
                    "Only this agency or one above it may choose."));
        }
    }
}
