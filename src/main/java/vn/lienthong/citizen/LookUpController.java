package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.citizen.LookUpAnswer.Difference;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.kernel.GatewayClock;

/** {@code /v1/citizen-lookups}: an officer's question about a person of an open dossier. */
@RestController
class LookUpController {
    private final LookUps lookUps;
    private final Rights rights;

    LookUpController(LookUps lookUps, Rights rights) {
        this.lookUps = lookUps;
        this.rights = rights;
    }

    @PostMapping("/v1/citizen-lookups")
    ResponseEntity<View> ask(@Validated @RequestBody LookUpRequest body, Caller caller, HttpServletRequest request) {
        rights.requireScope(caller, Scopes.CITIZEN_LOOKUP);
        LookUpAnswer answer = lookUps.ask(body, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(View.of(answer, RequestLanguage.of(request)));
    }

    /** The answer in the caller's language. */
    record View(
            UUID lookupId,
            Match match,
            String source,
            OffsetDateTime asOf,
            boolean cached,
            @Nullable Map<String, JsonNode> person,
            List<Difference> differences,
            @Nullable Reason reason) {
        record Reason(String code, String message) {}

        static View of(LookUpAnswer answer, String language) {
            LookUpAnswer.Reason reason = answer.reason();
            Map<String, JsonNode> person = null;
            if (answer.person() != null) {
                person = new LinkedHashMap<>();
                for (var field : answer.person().entrySet()) {
                    person.put(field.getKey().word(), field.getValue());
                }
            }
            return new View(
                    answer.lookUpId(),
                    answer.match(),
                    answer.source(),
                    answer.asOf().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                    answer.cached(),
                    person,
                    answer.differences(),
                    reason == null
                            ? null
                            : new Reason(reason.code(), reason.text().in(language)));
        }
    }
}
