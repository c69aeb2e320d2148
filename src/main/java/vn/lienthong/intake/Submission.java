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
 */
public record Submission(
        DossierCommand command, Message evidence, @Nullable AnswerKey answered, List<NewWorkItem> findings) {

    /** A submission without a key and without findings. */
    public static Submission of(DossierCommand command, Message evidence) {
        return new Submission(command, evidence, null, List.of());
    }
}
