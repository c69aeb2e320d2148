package vn.lienthong.evidence;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;

/** Whether old checkpoints are renewed in time. No part of readiness. */
@Component
class CheckpointRenewalHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final CheckpointRenewal renewal;

    CheckpointRenewalHealth(CheckpointRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public Health health() {
        Health.Builder health = renewal.watch().grave() ? Health.status(DEGRADED) : Health.up();
        renewal.watch().trouble().map(Bilingual::both).ifPresent(why -> health.withDetail("trouble", why));
        return health.withDetail("late", renewal.watch().counts().late()).build();
    }
}
