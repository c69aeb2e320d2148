package vn.lienthong.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Addresses behind the doors; as a test's configuration it stays out of every other application. */
@TestConfiguration(proxyBeanMethods = false)
class ProbeAddresses {
    /** Behind the doors. */
    @RestController
    static class Probe {
        /** What can be sent here. */
        record Note(int number) {}

        private final Rights rights;

        Probe(Rights rights) {
            this.rights = rights;
        }

        @GetMapping("/v1/probe")
        Map<String, Object> who(Caller caller) {
            return Map.of("name", caller.name(), "scopes", caller.scopes());
        }

        @PostMapping(value = "/v1/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
        Note write(Caller caller, @RequestBody Note note) {
            rights.requireScope(caller, Scopes.DOSSIER_WRITE);
            return note;
        }

        @PostMapping("/v1/probe/act")
        String act(Caller caller, @RequestParam Act act) {
            rights.requireAct(caller, act);
            return "done";
        }

        @GetMapping("/v1/probe/dossiers/{agency}")
        String dossier(Caller caller, @PathVariable String agency) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
            if (!rights.maySee(caller, List.of(agency))) {
                throw new ProblemException(
                        Problem.of(404, "DOSSIER-UNKNOWN", "Không có hồ sơ này.", "No such dossier."));
            }
            return "dossier of " + agency;
        }

        @GetMapping("/v1/probe/broken")
        String broken() {
            throw new IllegalStateException("secret detail 066090000011");
        }

        @GetMapping("/v1/probe/deep")
        String deep() {
            return deep();
        }

        @GetMapping("/v1/probe/away")
        String away() {
            // nobody listens on port 1
            var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "none", "none");
            return JdbcClient.create(nowhere)
                    .sql("select 1")
                    .query(String.class)
                    .single();
        }

        @GetMapping("/v1/about")
        String about() {
            return "about";
        }

        @GetMapping("/compat/broken")
        String compat() {
            throw new IllegalStateException("inside");
        }

        @GetMapping("/desk")
        Map<String, String> desk(Caller caller, CsrfToken token) {
            return Map.of("name", caller.name(), "csrf", token.getToken());
        }
    }
}
