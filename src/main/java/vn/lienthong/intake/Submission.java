package vn.lienthong.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.evidence.Message;
import vn.lienthong.workitem.NewWorkItem;

/**
 * One telling on its way into the database.
 *
 * @param evidence its exact bytes, under the identity of the event it becomes
 * @param answered the idempotency key it came with, and how its answer is to be stored
 * @param findings what the wall already found odd; opened with the event
 * @param envelope the message that carried this item among others; kept once, with the first of them that is new
 * @param correctedBecause why a person at the operator's desk tells it; null where the source itself does
 */
public record Submission(
        DossierCommand command,
        Message evidence,
        @Nullable AnswerKey answered,
        List<NewWorkItem> findings,
        @Nullable Message envelope,
        @Nullable String correctedBecause) {

    /** A submission that came alone. */
    public Submission(
            DossierCommand command, Message evidence, @Nullable AnswerKey answered, List<NewWorkItem> findings) {
        this(command, evidence, answered, findings, null, null);
    }

    /** A submission without a key and without findings. */
    public static Submission of(DossierCommand command, Message evidence) {
        return new Submission(command, evidence, null, List.of(), null, null);
    }

    /** A person's correction. */
    public static Submission correction(
            DossierCommand command, Message evidence, @Nullable AnswerKey answered, String because) {
        return new Submission(command, evidence, answered, List.of(), null, because);
    }
}
