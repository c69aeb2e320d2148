package vn.lienthong.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.NativeReader;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.ProblemException;

/** {@code PUT /v1/dossiers/{n}} and {@code POST …/progress}: answered 202 once the event is on disk. */
@RestController
class DossierController {
    private final Intake intake;
    private final NativeReader reader;
    private final AnswerWriter writer;
    private final Rights rights;

    DossierController(Intake intake, NativeReader reader, AnswerWriter writer, Rights rights) {
        this.intake = intake;
        this.reader = reader;
        this.writer = writer;
        this.rights = rights;
    }

    @PutMapping(path = "/v1/dossiers/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> put(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        return take(number, key, caller, request, body -> reader.state(number, body, caller));
    }

    @PostMapping(path = "/v1/dossiers/{number}/progress", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> progress(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        return take(number, key, caller, request, body -> reader.step(number, body, caller));
    }

    private ResponseEntity<byte[]> take(
            String number,
            @Nullable String key,
            Caller caller,
            HttpServletRequest request,
            Function<JsonNode, DossierCommand> read) {
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        byte[] body = Bodies.read(request, intake.settings().largestBody());
        AnswerKey answerKey = Intake.key(caller, key, request.getMethod() + " " + request.getRequestURI(), body);
        try {
            DossierCommand command = read.apply(StrictJson.read(body));
            Submission submission =
                    new Submission(command, Intake.evidence("rest", command, body), answerKey, List.of());
            return answer(intake.await(intake.submit(submission)));
        } catch (ProblemException refused) {
            intake.noteRefused(caller, number, refused.problem());
            throw refused;
        }
    }

    private ResponseEntity<byte[]> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replayed replayed -> replay(replayed.answer());
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted -> json(202).body(writer.accepted(accepted));
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                };
        };
    }

    private static ResponseEntity<byte[]> replay(StoredAnswer stored) {
        Intake.requireSame(stored);
        return json(stored.status()).header("Idempotency-Replayed", "true").body(stored.body());
    }

    private static ResponseEntity.BodyBuilder json(int status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }
}
