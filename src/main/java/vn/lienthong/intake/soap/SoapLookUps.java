package vn.lienthong.intake.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.SmartValidator;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.citizen.LookUpRequest;
import vn.lienthong.citizen.LookUpView;
import vn.lienthong.citizen.LookUps;
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
    private final SmartValidator validator;
    private final ObjectMapper json;

    SoapLookUps(LookUps lookUps, Rights rights, SmartValidator validator, ObjectMapper json) {
        this.lookUps = lookUps;
        this.rights = rights;
        this.validator = validator;
        this.json = json;
    }

    /** Asks, and tells what came of it. */
    SoapAnswer ask(SoapCall call) {
        rights.requireScope(call.caller(), Scopes.CITIZEN_LOOKUP);
        LookUpView view = LookUpView.of(lookUps.ask(request(call), call.caller()), call.language());
        return new SoapAnswer(json.valueToTree(view), false, Ids.next());
    }

    private LookUpRequest request(SoapCall call) {
        ObjectNode body = Payload.read(call.payload(), SHAPE);
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
}
