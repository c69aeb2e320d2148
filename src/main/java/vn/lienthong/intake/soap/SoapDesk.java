package vn.lienthong.intake.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.AnswerWriter;
import vn.lienthong.intake.DossierStates;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.NativeReader;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.StrictJson;
import vn.lienthong.intake.Submission;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

/** What the SOAP operations about dossiers do: the native interface's work, told in XML. */
@Component
class SoapDesk {
    private final Intake intake;
    private final NativeReader reader;
    private final AnswerWriter writer;
    private final DossierStates states;
    private final Rights rights;
    private final ObjectMapper json;
    private final Shape dossier;
    private final Shape progress;

    SoapDesk(
            Intake intake,
            NativeReader reader,
            AnswerWriter writer,
            DossierStates states,
            Rights rights,
            ObjectMapper json,
            SchemaFiles files) {
        this.intake = intake;
        this.reader = reader;
        this.writer = writer;
        this.states = states;
        this.rights = rights;
        this.json = json;
        this.dossier = Shape.file(files, "dossier.schema.json");
        this.progress = Shape.file(files, "progress.schema.json");
    }

    /** The full current state of a dossier. */
    SoapAnswer submit(SoapCall call) {
        return take(call, "dossier", dossier, body -> reader.state(call.text("dossierNumber"), body, call.caller()));
    }

    /** One processing step. */
    SoapAnswer report(SoapCall call) {
        return take(call, "progress", progress, body -> reader.step(call.text("dossierNumber"), body, call.caller()));
    }

    /** What is stored of a dossier. */
    SoapAnswer get(SoapCall call) {
        ObjectNode state = json.valueToTree(states.state(call.text("dossierNumber"), call.caller()));
        ObjectNode answer = json.createObjectNode();
        for (String name : List.of("dossierNumber", "version", "updatedAt", "eventId")) {
            if (state.has(name)) {
                answer.set(name, state.get(name));
            }
        }
        if (state.has("status")) {
            state.remove("dossierNumber");
            answer.set("dossier", state);
        }
        return new SoapAnswer(answer, false, null);
    }

    /** The shape of a dossier, for whoever writes one. */
    Shape dossier() {
        return dossier;
    }

    private SoapAnswer take(SoapCall call, String part, Shape shape, Function<JsonNode, DossierCommand> read) {
        Caller caller = call.caller();
        rights.requireScope(caller, Scopes.DOSSIER_WRITE);
        String number = call.text("dossierNumber");
        try {
            byte[] body = bytes(Payload.read(call.part(part), shape));
            // bound to what it asks and not to its envelope, which is another one each time
            AnswerKey key = Intake.key(caller, call.idempotencyKey(), "SOAP " + part + " " + number, body);
            DossierCommand command = read.apply(StrictJson.read(body));
            return answer(
                    command,
                    intake.await(intake.submit(new Submission(
                            command, Intake.evidence(SoapEndpoint.CHANNEL, command, call.kept()), key, List.of()))));
        } catch (ProblemException refused) {
            intake.noteRefused(caller, number, refused.problem());
            throw refused;
        }
    }

    private SoapAnswer answer(DossierCommand command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Replayed replayed -> {
                Intake.requireSame(replayed.answer());
                yield new SoapAnswer(tree(replayed.answer().body()), true, null);
            }
            case Outcome.Judged judged ->
                switch (judged.answer()) {
                    case DossierAnswer.Accepted accepted ->
                        new SoapAnswer(
                                tree(writer.accepted(accepted)), false, accepted.repeated() ? null : command.eventId());
                    case DossierAnswer.Refused refused -> throw new ProblemException(refused.problem());
                };
        };
    }

    private byte[] bytes(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("JSON does not write", impossible);
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException impossible) {
            throw new IllegalStateException("An answer of ours does not read", impossible);
        }
    }
}
