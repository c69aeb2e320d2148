package vn.lienthong.delivery.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Act;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.Partners;

/**
 * Whether and how fast a partner may be called now. A pause, a wish for fewer calls and the pace hold for all nodes on one
 * database: another node learns of them within about a second. While the database is away the last knowledge counts.
 */
@Component
public class PartnerFlow {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerFlow.class);

    private final FlowRepository rows;
    private final Partners partners;
    private final GatewayClock clock;
    private final Rights rights;
    private final Audit audit;
    private final Map<String, Long> quietUntilNanos = new ConcurrentHashMap<>();
    private volatile Map<String, FlowRepository.Flow> known = Map.of();

    PartnerFlow(
            FlowRepository rows,
            Partners partners,
            GatewayClock clock,
            Rights rights,
            Audit audit,
            MeterRegistry registry) {
        this.rows = rows;
        this.partners = partners;
        this.clock = clock;
        this.rights = rights;
        this.audit = audit;
        partners.all().keySet().forEach(partner -> measure(partner, registry));
    }

    /** Why this partner must not be called now; empty if it may. */
    public Optional<Hold> hold(String partner) {
        FlowRepository.Flow flow = known.get(partner);
        if (flow != null && flow.pausedAt() != null) {
            return Optional.of(new Hold(Hold.Cause.PAUSED, flow.pausedBy(), flow.pausedAt(), flow.pausedReason()));
        }
        if (partners.get(partner).inMaintenance(clock.now())) {
            return Optional.of(Hold.because(Hold.Cause.MAINTENANCE));
        }
        Long until = quietUntilNanos.get(partner);
        return until != null && until - clock.monotonicNanos() > 0
                ? Optional.of(Hold.because(Hold.Cause.QUIET))
                : Optional.empty();
    }

    /**
     * Takes the next call to this partner if it comes within this time; how long to wait before it begins, zero where the
     * entry sets no pace. Empty when it comes later: then it is left to others.
     */
    public Optional<Duration> takeTurn(String partner, Duration within) {
        Double most = partners.get(partner).callsPerSecond();
        return most == null
                ? Optional.of(Duration.ZERO)
                : rows.nextTurn(partner, Duration.ofNanos((long) (1e9 / most)), within);
    }

    /** Obeys a partner that asked for fewer calls: nothing goes to it for this long, from any node. */
    public void quiet(String partner, Duration wish) {
        fallQuiet(partner, wish);
        try {
            rows.quiet(partner, wish);
        } catch (DataAccessException away) {
            LOG.warn("The wish of {} for fewer calls is known to this node alone", partner, away);
        }
    }

    /** Stops calls to this partner until it is resumed; what was begun ends. Audited. */
    @Transactional
    public void pause(String partner, Caller who, String reason) {
        rights.requireAct(who, Act.PAUSE);
        requireKnown(partner);
        rows.pause(partner, who.name(), reason);
        audit.record(who, "partner.pause", "partner:" + partner, reason, Audit.Outcome.DONE);
    }

    /** Lets calls to this partner go on, also before the end of its wish for fewer calls. Audited. */
    @Transactional
    public void resume(String partner, Caller who, String reason) {
        rights.requireAct(who, Act.PAUSE);
        requireKnown(partner);
        rows.resume(partner);
        audit.record(who, "partner.resume", "partner:" + partner, reason, Audit.Outcome.DONE);
    }

    /** Learns what other nodes and people decided. */
    @Scheduled(fixedDelay = 1000)
    public void refresh() {
        Map<String, FlowRepository.Flow> found = rows.all();
        known = found;
        found.forEach((partner, flow) -> {
            if (flow.quiet().isZero()) {
                quietUntilNanos.remove(partner);
            } else {
                fallQuiet(partner, flow.quiet());
            }
        });
    }

    private void fallQuiet(String partner, Duration wish) {
        quietUntilNanos.put(partner, clock.monotonicNanos() + wish.toNanos());
    }

    private void requireKnown(String partner) {
        if (partners.find(partner).isEmpty()) {
            throw new ProblemException(
                    Problem.of(404, "PARTNER-NOT-FOUND", "Không có đối tác này.", "There is no such partner."));
        }
    }

    private void measure(String partner, MeterRegistry registry) {
        for (Hold.Cause cause : Hold.Cause.values()) {
            Gauge.builder("lienthong.partner.held", this, flow -> flow.heldBy(partner, cause) ? 1 : 0)
                    .description("Whether calls to the partner are held back, by cause")
                    .tag("partner", partner)
                    .tag("cause", cause.name())
                    .register(registry);
        }
    }

    private boolean heldBy(String partner, Hold.Cause cause) {
        return hold(partner).filter(hold -> hold.cause() == cause).isPresent();
    }
}
