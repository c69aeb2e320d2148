package vn.lienthong.citizen;

import jakarta.servlet.http.HttpServletRequest;
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
    ResponseEntity<LookUpView> ask(
            @Validated @RequestBody LookUpRequest body, Caller caller, HttpServletRequest request) {
        rights.requireScope(caller, Scopes.CITIZEN_LOOKUP);
        LookUpAnswer answer = lookUps.ask(body, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(LookUpView.of(answer, RequestLanguage.of(request)));
    }
}
