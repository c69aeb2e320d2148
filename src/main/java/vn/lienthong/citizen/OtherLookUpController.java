package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
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
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.kernel.GatewayClock;

/** {@code /v1/register-lookups}: an officer's question to a register other than the population's. */
@RestController
class OtherLookUpController {
    private final OtherLookUps lookUps;
    private final Rights rights;

    OtherLookUpController(OtherLookUps lookUps, Rights rights) {
        this.lookUps = lookUps;
        this.rights = rights;
    }

    @PostMapping("/v1/register-lookups")
    ResponseEntity<View> ask(
            @Validated @RequestBody OtherLookUpRequest body, Caller caller, HttpServletRequest request) {
        rights.requireScope(caller, Scopes.CITIZEN_LOOKUP);
        OtherLookUpAnswer answer = lookUps.ask(body, caller);
        LookUpAnswer.Reason reason = answer.reason();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new View(
                        answer.lookUpId(),
                        answer.match(),
                        answer.source(),
                        answer.asOf().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                        answer.held(),
                        reason == null
                                ? null
                                : new LookUpView.Reason(
                                        reason.code(), reason.text().in(RequestLanguage.of(request)))));
    }

    record View(
            UUID lookupId,
            Match match,
            String source,
            OffsetDateTime asOf,
            @Nullable Map<String, JsonNode> held,
            LookUpView.@Nullable Reason reason) {}
}
