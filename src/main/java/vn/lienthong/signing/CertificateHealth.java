package vn.lienthong.signing;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether a certificate has ended or soon will. No part of readiness: a node that is taken away signs nothing better. */
@Component
class CertificateHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final CertificateWatch watch;

    CertificateHealth(CertificateWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<WatchedCertificate> grave =
                watch.watched().stream().filter(WatchedCertificate::grave).toList();
        Health.Builder health = grave.isEmpty() ? Health.up() : Health.status(DEGRADED);
        grave.forEach(each -> health.withDetail(
                each.used().place() + " " + each.serial(), each.told().both()));
        return health.build();
    }
}
