package vn.lienthong.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import vn.lienthong.kernel.Bilingual;

/**
 * How renewal of one kind of proofs goes: {@code lienthong_renewal_due} and {@code lienthong_renewal_overdue}, one line in the log
 * when it begins to fail, one when it has failed too often, one when it goes on.
 */
public final class RenewalWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RenewalWatch.class);

    private static final Status DEGRADED = new Status("DEGRADED");

    private final String kind;
    private final int attempts;
    private final AtomicReference<@Nullable Bilingual> trouble = new AtomicReference<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile RenewalCounts counts = RenewalCounts.NONE;

    /** Of this kind, such as {@code result}. */
    public RenewalWatch(String kind, RenewalProperties settings, MeterRegistry registry) {
        this.kind = kind;
        this.attempts = settings.attempts();
        Gauge.builder("lienthong.renewal.due", this, watch -> watch.counts.due())
                .description("Proofs to be renewed")
                .tag("kind", kind)
                .register(registry);
        Gauge.builder("lienthong.renewal.overdue", this, watch -> watch.counts.over())
                .description("Proofs that ended before they were renewed")
                .tag("kind", kind)
                .register(registry);
    }

    /** What the last look counted. */
    public RenewalCounts counts() {
        return counts;
    }

    /** Notes what is to be done. */
    public void counted(RenewalCounts now) {
        counts = now;
    }

    /** Why it fails, once it has failed too often; empty while it goes well or may yet. */
    public Optional<Bilingual> trouble() {
        return failures.get() < attempts ? Optional.empty() : Optional.ofNullable(trouble.get());
    }

    /** Whether somebody must act: it fails again and again, or proofs near their end all the same. */
    public boolean grave() {
        return trouble().isPresent() || counts().late() > 0;
    }

    /** The same as a part of the gateway's health. */
    public Health health() {
        Health.Builder health = grave() ? Health.status(DEGRADED) : Health.up();
        trouble().map(Bilingual::both).ifPresent(why -> health.withDetail("trouble", why));
        return health.withDetail("late", counts().late()).build();
    }

    /** Notes a look that failed. */
    public void failed(Bilingual why) {
        trouble.set(why);
        int failed = failures.incrementAndGet();
        if (failed == 1) {
            LOG.warn("Chưa gia hạn được dấu thời gian ({}), sẽ thử lại / not renewed now: {}", kind, why.both());
        }
        if (failed == attempts) {
            LOG.error(
                    "BÁO ĐỘNG: {} lần liền không gia hạn được dấu thời gian ({}) / ALARM: renewal failed {} times: {}",
                    failed,
                    kind,
                    failed,
                    why.both());
        }
    }

    /** Notes a look that went well. */
    public void went() {
        trouble.set(null);
        if (failures.getAndSet(0) > 0) {
            LOG.warn("Lại gia hạn được dấu thời gian ({}) / renewal goes on", kind);
        }
    }
}
