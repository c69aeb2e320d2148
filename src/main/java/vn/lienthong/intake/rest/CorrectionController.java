package vn.lienthong.intake.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Corrections;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.Outcome;
import vn.lienthong.kernel.ProblemException;

/**
 * {@code POST /v1/dossiers/{n}/corrections}: a lead puts a corrected full state in place of one that a partner refused. It
 * becomes a new version under the lead's name, goes the way of every state, and replaces what was refused or parked.
 */
@RestController
class CorrectionController {
    private final Intake intake;
    private final Bodies bodies;
    private final Corrections corrections;
    private final AnswerWriter writer;

    CorrectionController(Intake intake, Bodies bodies, Corrections corrections, AnswerWriter writer) {
        this.intake = intake;
        this.bodies = bodies;
        this.corrections = corrections;
        this.writer = writer;
    }

    @PostMapping(path = "/v1/dossiers/{number}/corrections", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> correct(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        corrections.requireOpen(number, caller);
        String address = "POST " + request.getRequestURI();
        Outcome outcome = bodies.read(
                request, intake.settings().largestBody(), body -> corrections.send(number, body, key, address, caller));
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
}
