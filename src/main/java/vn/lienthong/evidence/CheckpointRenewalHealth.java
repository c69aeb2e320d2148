package vn.lienthong.evidence;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether old checkpoints are renewed in time. No part of readiness. */
@Component
class CheckpointRenewalHealth implements HealthIndicator {
    private final CheckpointRenewal renewal;

    CheckpointRenewalHealth(CheckpointRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public Health health() {
        return renewal.watch().health();
    }
}
