package vn.lienthong.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.security.cert.CertificateEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Sha256;

/**
 * Watches the end of every certificate the gateway stands on: {@code lienthong_certificate_days_left}, and one line in the log
 * at 60, 30, 14, 7 and 1 days and at the end, each once however many nodes there are.
 */
@Component
public class CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

    private final ObjectProvider<CertificateSource> sources;
    private final CertificateWarningRepository warnings;
    private final GatewayClock clock;
    private final MultiGauge daysLeft;
    private volatile List<WatchedCertificate> watched = List.of();

    CertificateWatch(
            ObjectProvider<CertificateSource> sources,
            CertificateWarningRepository warnings,
            GatewayClock clock,
            MeterRegistry registry) {
        this.sources = sources;
        this.warnings = warnings;
        this.clock = clock;
        this.daysLeft = MultiGauge.builder("lienthong.certificate.days.left")
                .description("Whole days until a certificate in use ends; negative after its end")
                .register(registry);
    }

    /** As the last look found them, the one that ends first in front. */
    public List<WatchedCertificate> watched() {
        return watched;
    }

    /** Looks now. */
    @Scheduled(initialDelay = 15_000, fixedDelay = 300_000)
    void look() {
        Map<String, WatchedCertificate> found = new LinkedHashMap<>();
        sources.orderedStream()
                .flatMap(source -> source.certificates().stream())
                .map(used -> WatchedCertificate.of(used, clock.now()))
                .sorted(WatchedCertificate.SOONEST)
                .forEach(each -> found.putIfAbsent(each.used().place() + " " + each.serial(), each));
        watched = List.copyOf(found.values());
        daysLeft.register(
                found.values().stream()
                        .map(each -> MultiGauge.Row.of(
                                Tags.of("place", each.used().place(), "serial", each.serial()), each.daysLeft()))
                        .toList(),
                true);
        try {
            found.values().forEach(this::warn);
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("The next look warns of certificates: {}", away.getMessage());
        }
    }

    private void warn(WatchedCertificate each) {
        each.step().ifPresent(step -> {
            if (warnings.first(fingerprint(each), each.used().place(), step)) {
                if (each.grave()) {
                    LOG.error(each.told().both());
                } else {
                    LOG.warn(each.told().both());
                }
            }
        });
    }

    private static byte[] fingerprint(WatchedCertificate each) {
        try {
            return Sha256.of(each.used().certificate().getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read has its bytes", impossible);
        }
    }
}
