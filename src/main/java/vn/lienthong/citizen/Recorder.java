package vn.lienthong.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.LookUpAnswer.Reason;
import vn.lienthong.citizen.held.HeldAnswers;
import vn.lienthong.citizen.held.SharedCalls.Shared;
import vn.lienthong.citizen.later.LaterQuestion;
import vn.lienthong.citizen.later.LaterQuestions;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.register.RegisterAnswer;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** Writes what a question came to, all or nothing, before the officer hears of it. */
@Component
class Recorder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evidence evidence;
    private final DataTracker tracker;
    private final HeldAnswers held;
    private final WorkItems workItems;
    private final LaterQuestions later;
    private final TransactionTemplate transaction;

    Recorder(
            Evidence evidence,
            DataTracker tracker,
            HeldAnswers held,
            WorkItems workItems,
            LaterQuestions later,
            TransactionTemplate transaction) {
        this.later = later;
        this.evidence = evidence;
        this.tracker = tracker;
        this.held = held;
        this.workItems = workItems;
        this.transaction = transaction;
    }

    /**
     * The bytes of the wire, the end of the question, what may be told again, and the correction request; with {@code later} the
     * question waits to be asked again.
     *
     * @return until when it is asked again; {@code now} where it is not
     */
    Instant keep(
            TrackedQuestion question,
            Grounds grounds,
            Shared<RegisterAnswer> answer,
            Conclusion conclusion,
            Instant now,
            @Nullable LookUpRequest later) {
        Instant until = later == null ? now : this.later.giveUpAt(now);
        transaction.executeWithoutResult(status -> {
            write(question, grounds, answer, conclusion, now);
            if (later != null) {
                this.later.add(waiting(question, grounds, later, until));
            }
        });
        return until;
    }

    private static LaterQuestion waiting(
            TrackedQuestion question, Grounds grounds, LookUpRequest request, Instant until) {
        try {
            return new LaterQuestion(
                    question.id(),
                    grounds.dossier().number(),
                    Objects.requireNonNullElse(
                            question.agency(), grounds.dossier().intakeAgency()),
                    question.client(),
                    grounds.person().number().value(),
                    JSON.writeValueAsBytes(request),
                    until,
                    0);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A question that was read also writes", impossible);
        }
    }

    private void write(
            TrackedQuestion question,
            Grounds grounds,
            Shared<RegisterAnswer> answer,
            Conclusion conclusion,
            Instant now) {
        List<Message> messages = answer.value().messages();
        messages.forEach(evidence::keepOnce); // whoever shares an answer keeps what it stands on
        Reason reason = conclusion.reason();
        tracker.ended(
                question.id(),
                new TrackedEnd(
                        now,
                        Outcome.valueOf(conclusion.match().name()),
                        reason == null ? null : reason.code(),
                        now,
                        false,
                        first(messages)),
                toldNumber(grounds, answer.value()));
        if (conclusion.match() == Match.MATCHED && conclusion.person() != null) {
            held.keep(LookUps.SOURCE, grounds.person(), grounds.fields(), conclusion.person(), now);
        }
        if (conclusion.match() == Match.NOT_MATCHED) {
            workItems.open(List.of(correction(question, grounds, conclusion)));
        }
    }

    /** The personal number told about somebody who was asked for by the number of an old card. */
    private static @Nullable String toldNumber(Grounds grounds, RegisterAnswer answer) {
        if (!grounds.person().number().oldCard() || !(answer instanceof RegisterAnswer.Held held)) {
            return null;
        }
        String number = held.person().text(PersonField.PERSONAL_ID);
        return number.isEmpty() ? null : number;
    }

    private static @Nullable UUID first(List<Message> messages) {
        return messages.isEmpty() ? null : messages.getFirst().id();
    }

    private static NewWorkItem correction(TrackedQuestion question, Grounds grounds, Conclusion conclusion) {
        String what = conclusion.differing();
        String vi =
                what.isEmpty() ? "không có người mang đồng thời số, họ tên, ngày sinh này" : "khác giấy tờ ở " + what;
        String en = what.isEmpty() ? "holds nobody with number, name and birth date together" : "differs in " + what;
        return new NewWorkItem(
                "REGISTER-CORRECTION",
                grounds.dossier().number(),
                Objects.requireNonNullElse(question.agency(), grounds.dossier().intakeAgency()),
                null,
                null,
                new Bilingual(
                        "Cơ sở dữ liệu dân cư " + vi + " (tra cứu " + question.id()
                                + "): đối chiếu giấy tờ, đề nghị công an chỉnh sửa nếu dữ liệu sai; không từ chối hồ sơ.",
                        "The population register " + en + " (look-up " + question.id()
                                + "): compare with the paper and ask the police for a correction if the data are wrong;"
                                + " do not refuse the dossier."));
    }
}
