package vn.lienthong.intake.rest;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.kernel.GatewayClock;

/** {@code GET /v1/about}: which gateway answers, and what its clock says. */
@RestController
class AboutController {
    private final GatewayClock clock;
    private final String version;
    private final boolean sandbox;

    AboutController(GatewayClock clock, ObjectProvider<BuildProperties> build, Environment environment) {
        this.clock = clock;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "development" : String.valueOf(known.getVersion());
    }

    @GetMapping("/v1/about")
    About about() {
        return new About(
                "Liên Thông",
                version,
                clock.now().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                List.of("rest", "dvcqg"),
                sandbox);
    }

    record About(String name, String version, OffsetDateTime time, List<String> faces, boolean sandbox) {}
}
