package vn.lienthong.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.document.ReceivedDocument;
import vn.lienthong.document.Reception;
import vn.lienthong.document.Results;
import vn.lienthong.dossier.ContentRules;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellResult;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.MultipartBody;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.ResultReader;
import vn.lienthong.intake.ResultTransaction;
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.Sha256;

/** {@code POST /v1/dossiers/{n}/results}: a result with its document, answered 202 once both are on disk. */
@RestController
class ResultIntakeController {
    // a few kilobytes suffice; small values in megabytes would take a hundred times their length as a tree
    private static final int LARGEST_METADATA = 64 * 1024;

    private final Intake intake;
    private final Bodies bodies;
    private final ResultReader reader;
    private final Reception reception;
    private final Results results;
    private final ResultTransaction transaction;
    private final AnswerWriter writer;
    private final ContentRules rules;
    private final DossierRegister dossiers;
    private final Rights rights;

    ResultIntakeController(
            Intake intake,
            Bodies bodies,
            ResultReader reader,
            Reception reception,
            Results results,
            ResultTransaction transaction,
            AnswerWriter writer,
            ContentRules rules,
            DossierRegister dossiers,
            Rights rights) {
        this.intake = intake;
        this.bodies = bodies;
        this.reader = reader;
        this.reception = reception;
        this.results = results;
        this.transaction = transaction;
        this.writer = writer;
        this.rules = rules;
        this.dossiers = dossiers;
        this.rights = rights;
    }

    @PostMapping(path = "/v1/dossiers/{number}/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> attach(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.RESULT_WRITE);
        intake.requireRoom();
        try {
            return bodies.read(
                    request, intake.settings().largestResult(), body -> taken(number, key, caller, request, body));
        } catch (ProblemException refused) {
            intake.noteRefused(caller, number, refused.problem());
            throw refused;
        }
    }

    private ResponseEntity<byte[]> taken(
            String number, @Nullable String key, Caller caller, HttpServletRequest request, byte[] body) {
        MultipartBody parts = MultipartBody.read(request.getContentType(), body);
        byte[] metadata = parts.part("metadata").orElseThrow(() -> missing("metadata"));
        byte[] document = parts.part("document").orElseThrow(() -> missing("document"));
        AnswerKey answerKey = Intake.key(caller, key, "POST " + request.getRequestURI(), identity(metadata, document));
        if (answerKey != null) {
            var stored = intake.replay(answerKey);
            if (stored.isPresent()) {
                return replayed(stored.get());
            }
        }
        DossierNumber address = rules.number(number);
        requireVisible(number, caller);
        if (metadata.length > LARGEST_METADATA) {
            throw new ProblemException(Problem.at(
                    422,
                    "FIELD-TOO-LONG",
                    "/metadata",
                    "Phần mô tả metadata dài quá 64 KB.",
                    "The part metadata is longer than 64 KB."));
        }
        JsonNode told = reader.metadata(metadata);
        List<String> partners = results.partners(reader.forwardTo(told));
        ReceivedDocument received = reception.receive(document);
        TellResult command = new TellResult(
                Ids.next(),
                address,
                caller,
                reader.result(told, received),
                received.presentable() ? partners : List.of());
        return answer(transaction.store(command, metadata, received, answerKey));
    }

    private ResponseEntity<byte[]> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replayed replayed -> {
                Intake.requireSame(replayed.answer());
                yield replayed(replayed.answer());
            }
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted ->
                        ResponseEntity.accepted()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(writer.acceptedResult(accepted));
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                };
        };
    }

    private static ResponseEntity<byte[]> replayed(StoredAnswer stored) {
        return ResponseEntity.status(stored.status())
                .header("Idempotency-Replayed", "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(stored.body());
    }

    /** Before the document is looked at: who may not see the dossier costs us no work. */
    private void requireVisible(String number, Caller caller) {
        if (dossiers.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .isEmpty()) {
            throw new ProblemException(
                    Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier."));
        }
    }

    /** What makes a request the same again: not the boundary, which every sending has anew. */
    private static byte[] identity(byte[] metadata, byte[] document) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(Sha256.of(metadata));
        joined.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        joined.writeBytes(Sha256.of(document));
        return joined.toByteArray();
    }

    private static ProblemException missing(String part) {
        return new ProblemException(Problem.at(
                422, "FIELD-MISSING", "/" + part, "Thiếu phần " + part + ".", "The part " + part + " is missing."));
    }
}
