package vn.lienthong.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
    private final Bodies bodies;
    private final NativeReader reader;
    private final AnswerWriter writer;
    private final Rights rights;
    private final Timer seconds;

    DossierController(
            Intake intake,
            Bodies bodies,
            NativeReader reader,
            AnswerWriter writer,
            Rights rights,
            MeterRegistry registry) {
        this.seconds = Timer.builder("lienthong.intake")
                .description("Time to take in one dossier or step, commit included")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.intake = intake;
        this.bodies = bodies;
        this.reader = reader;
        this.writer = writer;
        this.rights = rights;
    }

    @PutMapping(path = "/v1/dossiers/{number}", consumes = MediaType.APPLICATION_JSON_VALUE)
    void put(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        take(number, key, caller, request, response, body -> reader.state(number, body, caller));
    }

    @PostMapping(path = "/v1/dossiers/{number}/progress", consumes = MediaType.APPLICATION_JSON_VALUE)
    void progress(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        take(number, key, caller, request, response, body -> reader.step(number, body, caller));
    }

    private void take(
            String number,
            @Nullable String key,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<JsonNode, DossierCommand> read)
            throws IOException {
        Timer.Sample started = Timer.start();
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        String address = request.getMethod() + " " + request.getRequestURI();
        try {
            Outcome outcome = bodies.read(request, intake.settings().largestBody(), body -> {
                AnswerKey answerKey = Intake.key(caller, key, address, body);
                DossierCommand command = read.apply(StrictJson.read(body));
                return intake.await(intake.submit(
                        new Submission(command, Intake.evidence("rest", command, body), answerKey, List.of())));
            });
            answer(response, outcome);
        } catch (ProblemException refused) {
            intake.noteRefused(caller, number, refused.problem());
            throw refused;
        } finally {
            started.stop(seconds);
        }
    }

    private void answer(HttpServletResponse response, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Replayed replayed -> {
                StoredAnswer stored = replayed.answer();
                Intake.requireSame(stored);
                response.setHeader("Idempotency-Replayed", "true");
                write(response, stored.status(), stored.body());
            }
            case Outcome.Judged judged -> {
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted -> write(response, 202, writer.accepted(accepted));
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                }
            }
        }
    }

    private static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
