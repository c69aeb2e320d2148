package vn.lienthong.document;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether sealed results are renewed in time. No part of readiness. */
@Component
class ResultRenewalHealth implements HealthIndicator {
    private final ResultRenewal renewal;

    ResultRenewalHealth(ResultRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public Health health() {
        return renewal.watch().health();
    }
}
