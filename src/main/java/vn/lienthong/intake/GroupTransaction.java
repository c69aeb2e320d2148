package vn.lienthong.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.workitem.NewWorkItem;

/** The one transaction behind a group of submissions: evidence, events, dossiers, deliveries, answers, findings. */
@Component
class GroupTransaction {
    private final DossierRegister register;
    private final Evidence evidence;
    private final AnswerRepository answers;
    private final AnswerWriter writer;
    private final Audit audit;
    private final NamedAttachments attachments;

    GroupTransaction(
            DossierRegister register,
            Evidence evidence,
            AnswerRepository answers,
            AnswerWriter writer,
            Audit audit,
            NamedAttachments attachments) {
        this.attachments = attachments;
        this.register = register;
        this.evidence = evidence;
        this.answers = answers;
        this.writer = writer;
        this.audit = audit;
    }

    /** Stores these submissions; the outcomes are true once this has returned, that is after the commit. */
    @Transactional
    public List<Outcome> store(List<Submission> group) {
        Map<AnswerKey, StoredAnswer> replayed = answers.find(group.stream()
                .map(Submission::answered)
                .filter(Objects::nonNull)
                .toList());
        List<Submission> open = group.stream()
                .filter(one -> one.answered() == null || !replayed.containsKey(one.answered()))
                .toList();
        Map<UUID, List<NewWorkItem>> noted =
                open.stream().collect(Collectors.toMap(one -> one.command().eventId(), Submission::findings));
        Iterator<DossierAnswer> judged = register.apply(
                        open.stream().map(Submission::command).toList(), noted)
                .iterator();
        List<Submission> fresh = new ArrayList<>();
        List<AnswerRepository.NewAnswer> first = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Submission one : group) {
            AnswerKey key = one.answered();
            StoredAnswer stored = key == null ? null : replayed.get(key);
            if (stored != null) {
                outcomes.add(new Outcome.Replayed(stored));
                continue;
            }
            DossierAnswer answer = judged.next();
            outcomes.add(new Outcome.Judged(answer));
            if (answer instanceof DossierAnswer.Accepted accepted) {
                if (!accepted.repeated()) {
                    fresh.add(one);
                }
                if (key != null) {
                    first.add(new AnswerRepository.NewAnswer(key, 202, writer.accepted(accepted)));
                }
            }
        }
        attachments.note(fresh);
        evidence.keep(fresh.stream().map(Submission::evidence).toList());
        fresh.forEach(this::auditCorrection);
        answers.insert(first);
        // last and in one order: another writer may be at the same envelope, and who waits for it then blocks nobody
        // else
        fresh.stream()
                .map(Submission::envelope)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Message::id, Function.identity(), (one, same) -> one, TreeMap::new))
                .values()
                .forEach(evidence::keepOnce);
        return outcomes;
    }

    private void auditCorrection(Submission one) {
        String because = one.correctedBecause();
        if (because != null) {
            DossierCommand command = one.command();
            audit.record(
                    command.caller(),
                    "dossier.correct",
                    "dossier:" + command.number().value(),
                    because,
                    Audit.Outcome.DONE);
        }
    }
}
