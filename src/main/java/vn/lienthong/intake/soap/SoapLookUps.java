package vn.lienthong.intake.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.SmartValidator;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.citizen.LookUpRequest;
import vn.lienthong.citizen.LookUpView;
import vn.lienthong.citizen.LookUps;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.RepeatedAnswers;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code LookUpCitizen}: the same service, the same refusals and the same rows on record as {@code /v1/citizen-lookups}. */
@Component
class SoapLookUps {
    private static final Shape SHAPE = Shape.of("""
            {"type": "object", "properties": {
              "dossierNumber": {"type": "string"},
              "officer": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
              "purpose": {"type": "string"}, "legalBasis": {"type": "string"},
              "person": {"type": "object", "properties": {"personalId": {"type": "string"},
                "fullName": {"type": "string"}, "dateOfBirth": {"type": "string"}}},
              "fields": {"type": "array", "items": {"type": "string"}},
              "verifyLater": {"type": ["boolean", "null"]}}}""");

    private final LookUps lookUps;
    private final Rights rights;
    private final RepeatedAnswers answers;
    private final SmartValidator validator;
    private final ObjectMapper json;

    SoapLookUps(LookUps lookUps, Rights rights, RepeatedAnswers answers, SmartValidator validator, ObjectMapper json) {
        this.lookUps = lookUps;
        this.rights = rights;
        this.answers = answers;
        this.validator = validator;
        this.json = json;
    }

    /** Asks, and tells what came of it; a repeat under the same key is told the same and asks nobody. */
    SoapAnswer ask(SoapCall call) {
        rights.requireScope(call.caller(), Scopes.CITIZEN_LOOKUP);
        ObjectNode body = Payload.read(call.payload(), SHAPE);
        // bound to what it asks and not to its envelope, which is another one each time
        AnswerKey key = Intake.key(call.caller(), call.idempotencyKey(), "SOAP look-up", bytes(body));
        if (key == null) {
            return new SoapAnswer(asked(body, call), false, Ids.next());
        }
        Lock turn = answers.take(key);
        try {
            Optional<RepeatedAnswers.Answer> first = answers.find(key);
            if (first.isPresent()) {
                // it names a person and crosses the wall once more: that is kept like the first time
                return new SoapAnswer(tree(first.get().body()), true, Ids.next());
            }
            JsonNode told = asked(body, call);
            answers.remember(key, new RepeatedAnswers.Answer(200, MediaType.APPLICATION_JSON_VALUE, bytes(told)));
            return new SoapAnswer(told, false, Ids.next());
        } finally {
            turn.unlock();
        }
    }

    private JsonNode asked(ObjectNode body, SoapCall call) {
        return json.valueToTree(LookUpView.of(lookUps.ask(request(body), call.caller()), call.language()));
    }

    private LookUpRequest request(ObjectNode body) {
        try {
            LookUpRequest request = json.treeToValue(body, LookUpRequest.class);
            BeanPropertyBindingResult findings = new BeanPropertyBindingResult(request, "look-up");
            validator.validate(request, findings);
            if (findings.hasErrors()) {
                throw new IllegalArgumentException(new BindException(findings));
            }
            return request;
        } catch (JsonProcessingException misfit) {
            throw new ProblemException(Problem.at(
                    422,
                    "SOAP-PAYLOAD",
                    "/verifyLater",
                    "Giá trị phải là true hoặc false.",
                    "The value is true or false."));
        }
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
