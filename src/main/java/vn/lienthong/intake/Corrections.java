package vn.lienthong.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/**
 * Takes in a full state that a lead puts in place of a faulty one. It becomes a new version under the lead's name and goes
 * the way of every state. The body is {@code {"reason", "dossier"}}, whoever hands it in.
 */
@Component
public class Corrections {
    private static final int LONGEST_REASON = 1000;

    private final Intake intake;
    private final NativeReader reader;
    private final DossierRegister register;
    private final Rights rights;

    Corrections(Intake intake, NativeReader reader, DossierRegister register, Rights rights) {
        this.intake = intake;
        this.reader = reader;
        this.register = register;
        this.rights = rights;
    }

    /** Refuses with 403 who may not correct, with 404 a dossier nobody told of. */
    public void requireOpen(String number, Caller caller) {
        rights.requireAct(caller, Act.EDIT_AND_RESEND);
        if (register.find(number).isEmpty()) {
            throw new ProblemException(Problem.of(
                    404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này để sửa.", "There is no such dossier to correct."));
        }
    }

    /** Reads a corrected state without storing it; refuses one that would be refused when sent, naming every fault. */
    public DossierCommand.TellState check(String number, JsonNode dossier, Caller caller) {
        requireOpen(number, caller);
        return reader.correction(number, dossier, caller);
    }

    /** Stores the correction in this body and waits for the commit. */
    public Outcome send(String number, byte[] body, @Nullable String key, String address, Caller caller) {
        JsonNode asked = StrictJson.read(body);
        return send(check(number, asked.path("dossier"), caller), asked, body, key, address);
    }

    /** The same; refused with 409 {@code DOSSIER-MOVED} once the dossier has another version than it was made from. */
    public Outcome send(String number, int madeFrom, byte[] body, @Nullable String key, String address, Caller caller) {
        JsonNode asked = StrictJson.read(body);
        DossierCommand.TellState command = check(number, asked.path("dossier"), caller);
        return send(command.madeFrom(madeFrom), asked, body, key, address);
    }

    private Outcome send(
            DossierCommand.TellState command, JsonNode asked, byte[] body, @Nullable String key, String address) {
        Caller caller = command.caller();
        AnswerKey answerKey = Intake.key(caller, key, address, body);
        return intake.await(intake.submit(
                Submission.correction(command, Intake.evidence("desk", command, body), answerKey, reason(asked))));
    }

    private static String reason(JsonNode asked) {
        String reason = asked.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.at(
                    422,
                    "CORRECTION-REASON",
                    "/reason",
                    "Phải nêu lý do sửa, tối đa 1000 ký tự.",
                    "Give the reason of the correction, at most 1000 characters."));
        }
        return String.valueOf(QueryText.of(reason));
    }
}
