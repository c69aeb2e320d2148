package vn.lienthong.partner;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/**
 * HTTP to partners: each has its own connections, its own time-outs and its own limit of calls at a time, so that one
 * slow partner holds up nobody else. Nothing here ever sends a request twice or follows a redirect.
 */
@Component
public class PartnerHttp implements DisposableBean {
    private final Partners partners;
    private final GatewayClock clock;
    private final Map<String, PartnerLine> lines = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor deadlines;

    /** Lines to these partners, opened when first needed. */
    public PartnerHttp(Partners partners, GatewayClock clock) {
        this.partners = partners;
        this.clock = clock;
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("partner-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Sends once and waits for the answer or its deadline; never throws for what the network does. */
    public WireAnswer post(String partnerId, WireRequest request) {
        return lines.computeIfAbsent(partnerId, this::open).post(request);
    }

    /**
     * Reads once and waits for the answer or its deadline; never throws for what the network does. A call of this kind may
     * have an effect at some partners: whatever brings no answer counts as lost.
     */
    public WireAnswer get(String partnerId, URI to, Map<String, String> headers, Duration longest, int most) {
        return lines.computeIfAbsent(partnerId, this::open).get(to, headers, longest, most);
    }

    private PartnerLine open(String partnerId) {
        return new PartnerLine(partners.get(partnerId), clock, deadlines);
    }

    @Override
    public void destroy() {
        deadlines.shutdownNow();
        lines.values().forEach(PartnerLine::close);
    }
}
