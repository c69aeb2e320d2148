package vn.lienthong.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.ProblemBody;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.JsonSlices;
import vn.lienthong.intake.NativeReader;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code POST /v1/dossiers:batch}: up to 200 dossiers in one call, NDJSON or a JSON array; each stands alone. */
@RestController
class BatchController {
    static final int MOST = 200;

    private final Intake intake;
    private final Bodies bodies;
    private final NativeReader reader;
    private final AnswerWriter writer;
    private final Rights rights;
    private final ObjectMapper json;
    private final RateLimits limits;

    BatchController(
            Intake intake,
            Bodies bodies,
            NativeReader reader,
            AnswerWriter writer,
            Rights rights,
            ObjectMapper json,
            RateLimits limits) {
        this.intake = intake;
        this.bodies = bodies;
        this.reader = reader;
        this.writer = writer;
        this.rights = rights;
        this.json = json;
        this.limits = limits;
    }

    @PostMapping(
            path = "/v1/dossiers:batch",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<byte[]> batch(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request) {
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        return bodies.read(request, intake.settings().largestBatch(), body -> stored(body, key, caller, request));
    }

    private ResponseEntity<byte[]> stored(
            byte[] body, @Nullable String key, Caller caller, HttpServletRequest request) {
        AnswerKey answerKey = Intake.key(caller, key, "POST /v1/dossiers:batch", body);
        if (answerKey != null) {
            var stored = intake.replay(answerKey);
            if (stored.isPresent()) {
                StoredAnswer answer = stored.get();
                return json(answer.status())
                        .header("Idempotency-Replayed", "true")
                        .body(answer.body());
            }
        }
        List<byte[]> slices = JsonSlices.of(body, MOST);
        limits.admit(caller, slices.size() - 1L); // the call itself was counted at the door
        List<Item> items =
                answers(slices.stream().map(slice -> submit(slice, caller)).toList(), caller, request);
        byte[] answer = bytes(new Answer(items));
        if (answerKey != null && items.stream().noneMatch(item -> item.status() == 503)) {
            intake.remember(answerKey, 200, answer);
        }
        return json(200).body(answer);
    }

    private byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer does not write as JSON", impossible);
        }
    }

    /** All are handed in before the first is waited for, so that they share commits. */
    private Pending submit(byte[] slice, Caller caller) {
        String number = "";
        try {
            JsonNode node = StrictJson.read(slice);
            number = node.path("dossierNumber").asText("");
            DossierCommand command = reader.state(number, node, caller);
            return new Pending(
                    number, intake.submit(Submission.of(command, Intake.evidence("rest", command, slice))), null);
        } catch (ProblemException refused) {
            return new Pending(number, null, refused.problem());
        }
    }

    private List<Item> answers(List<Pending> pending, Caller caller, HttpServletRequest request) {
        List<Item> items = new ArrayList<>();
        for (Pending one : pending) {
            try {
                items.add(answer(one));
            } catch (ProblemException refused) {
                intake.noteRefused(caller, one.number(), refused.problem());
                Problem problem = refused.problem();
                items.add(new Item(one.number(), problem.status(), ProblemBody.of(problem, request), null));
            }
        }
        return items;
    }

    private Item answer(Pending one) {
        if (one.problem() != null) {
            throw new ProblemException(one.problem());
        }
        Outcome outcome = intake.await(java.util.Objects.requireNonNull(one.future()));
        return switch (outcome) {
            case Outcome.Replayed replayed -> throw new IllegalStateException("Items of a batch carry no key");
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted -> new Item(one.number(), 202, null, writer.body(accepted));
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                };
        };
    }

    private static ResponseEntity.BodyBuilder json(int status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    private record Pending(
            String number,
            @Nullable CompletableFuture<Outcome> future,
            @Nullable Problem problem) {}

    private record Answer(List<Item> items) {}

    private record Item(
            String dossierNumber,
            int status,
            @Nullable Object problem,
            @Nullable Object accepted) {}
}
