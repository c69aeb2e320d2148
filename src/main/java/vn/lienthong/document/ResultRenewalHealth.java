package vn.lienthong.document;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;

/** Whether sealed results are renewed in time. No part of readiness. */
@Component
class ResultRenewalHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ResultRenewal renewal;

    ResultRenewalHealth(ResultRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public Health health() {
        Health.Builder health = renewal.watch().grave() ? Health.status(DEGRADED) : Health.up();
        renewal.watch().trouble().map(Bilingual::both).ifPresent(why -> health.withDetail("trouble", why));
        return health.withDetail("late", renewal.watch().counts().late()).build();
    }
}
