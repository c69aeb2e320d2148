package vn.lienthong.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.NativeReader;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/**
 * {@code POST /v1/dossiers/{n}/corrections}: a lead puts a corrected full state in place of one that a partner refused. It
 * becomes a new version under the lead's name, goes the way of every state, and replaces what was refused or parked.
 */
@RestController
class CorrectionController {
    private static final int LONGEST_REASON = 1000;

    private final Intake intake;
    private final Bodies bodies;
    private final NativeReader reader;
    private final AnswerWriter writer;
    private final DossierRegister register;
    private final Rights rights;

    CorrectionController(
            Intake intake,
            Bodies bodies,
            NativeReader reader,
            AnswerWriter writer,
            DossierRegister register,
            Rights rights) {
        this.intake = intake;
        this.bodies = bodies;
        this.reader = reader;
        this.writer = writer;
        this.register = register;
        this.rights = rights;
    }

    @PostMapping(path = "/v1/dossiers/{number}/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> correct(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        rights.requireAct(caller, Act.EDIT_AND_RESEND);
        if (register.find(number).isEmpty()) {
            throw new ProblemException(Problem.of(
                    404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này để sửa.", "There is no such dossier to correct."));
        }
        Outcome outcome = bodies.read(request, intake.settings().largestBody(), body -> {
            JsonNode asked = StrictJson.read(body);
            DossierCommand command = reader.correction(number, asked.path("dossier"), caller);
            AnswerKey answerKey = Intake.key(caller, key, "POST " + request.getRequestURI(), body);
            return intake.await(intake.submit(
                    Submission.correction(command, Intake.evidence("desk", command, body), answerKey, reason(asked))));
        });
        return answer(outcome);
    }

    private ResponseEntity<byte[]> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replayed replayed -> {
                Intake.requireSame(replayed.answer());
                yield ResponseEntity.status(replayed.answer().status())
                        .header("Idempotency-Replayed", "true")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(replayed.answer().body());
            }
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted ->
                        ResponseEntity.accepted()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(writer.accepted(accepted));
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                };
        };
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
