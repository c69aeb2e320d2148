package vn.lienthong.evidence;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;

/** What is wrong with the proof. Never a reason to stop taking dossiers in: it is no part of readiness. */
@Component
class EvidenceHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final CheckpointMaker maker;
    private final CheckpointStamper stamper;
    private final SelfCheck selfCheck;

    EvidenceHealth(CheckpointMaker maker, CheckpointStamper stamper, SelfCheck selfCheck) {
        this.maker = maker;
        this.stamper = stamper;
        this.selfCheck = selfCheck;
    }

    @Override
    public Health health() {
        Optional<String> mismatch = selfCheck.mismatch();
        boolean well = mismatch.isEmpty() && maker.trouble().isEmpty() && !stamper.alarmed();
        Health.Builder health = well ? Health.up() : Health.status(DEGRADED);
        mismatch.ifPresent(what -> health.withDetail("mismatch", what));
        maker.trouble().map(Bilingual::both).ifPresent(why -> health.withDetail("unsigned", why));
        stamper.trouble().map(Bilingual::both).ifPresent(why -> health.withDetail("unstamped", why));
        return health.build();
    }
}
