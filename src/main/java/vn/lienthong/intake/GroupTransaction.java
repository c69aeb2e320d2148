package vn.lienthong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** The one transaction behind a group of submissions: evidence, events, dossiers, deliveries, answers, findings. */
@Component
class GroupTransaction {
    private final DossierRegister register;
    private final Evidence evidence;
    private final AnswerRepository answers;
    private final AnswerWriter writer;
    private final WorkItems workItems;

    GroupTransaction(
            DossierRegister register,
            Evidence evidence,
            AnswerRepository answers,
            AnswerWriter writer,
            WorkItems workItems) {
        this.register = register;
        this.evidence = evidence;
        this.answers = answers;
        this.writer = writer;
        this.workItems = workItems;
    }

    /** Stores these submissions; the outcomes are true once this has returned, that is after the commit. */
    @Transactional
    public List<Outcome> store(List<Submission> group) {
        Map<Submission, Outcome> replayed = replayed(group);
        List<Submission> open =
                group.stream().filter(one -> !replayed.containsKey(one)).toList();
        List<DossierAnswer> judged =
                register.apply(open.stream().map(Submission::command).toList());
        List<Message> kept = new ArrayList<>();
        List<NewWorkItem> findings = new ArrayList<>();
        Map<Submission, Outcome> outcomes = new HashMap<>(replayed);
        for (int i = 0; i < open.size(); i++) {
            Submission one = open.get(i);
            DossierAnswer answer = judged.get(i);
            outcomes.put(one, new Outcome.Judged(answer));
            if (answer instanceof DossierAnswer.Accepted accepted) {
                if (!accepted.repeated()) {
                    kept.add(one.evidence());
                    findings.addAll(one.findings());
                }
                AnswerKey key = one.answered();
                if (key != null) {
                    answers.insert(key, 202, writer.accepted(accepted));
                }
            }
        }
        evidence.keep(kept);
        workItems.open(findings);
        return group.stream()
                .map(one -> java.util.Objects.requireNonNull(outcomes.get(one)))
                .toList();
    }

    /** Answers given before. Two with one key in one group: the second is left to a later group, see SharedCommit. */
    private Map<Submission, Outcome> replayed(List<Submission> group) {
        Map<Submission, Outcome> replayed = new HashMap<>();
        for (Submission one : group) {
            AnswerKey key = one.answered();
            if (key != null) {
                Optional<StoredAnswer> stored = answers.find(key);
                stored.ifPresent(answer -> replayed.put(one, new Outcome.Replayed(answer)));
            }
        }
        return replayed;
    }
}
