package vn.lienthong.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.internal.limit.LimitProblems;
import vn.lienthong.access.internal.limit.Pace;
import vn.lienthong.access.internal.limit.Refill;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.StartRefused;

/**
 * Holds every caller to its own pace, so that one that runs wild costs the others nothing. Each door takes one call when
 * it knows who calls; who brings a batch takes the rest of its items before the first is stored. There are as many paces
 * as there are accounts: nothing here grows.
 */
@Component
public final class RateLimits {
    private final Map<String, Pace> clients = new HashMap<>();
    private final Map<String, Pace> operators = new HashMap<>();

    /** Gives each account its pace; refuses the start when a limit names a client that does not exist. */
    public RateLimits(AccessProperties accounts, LimitProperties limits, GatewayClock clock, MeterRegistry registry) {
        for (AccessProperties.Client client : accounts.clients()) {
            clients.put(client.id(), pace(client.id(), refill(limits, client.id()), clock, registry));
        }
        for (AccessProperties.Operator person : accounts.operators()) {
            Refill usual = Refill.perSecond(limits.perSecond(), limits.burst());
            operators.put(person.id(), pace("operator:" + person.id(), usual, clock, registry));
        }
        for (String named : limits.clients().keySet()) {
            if (!clients.containsKey(named)) {
                throw new StartRefused(
                        "lienthong.access.limits.clients: không có tài khoản " + named,
                        "lienthong.access.limits.clients: there is no client " + named);
            }
        }
    }

    /** Takes this many calls from the caller's pace, or refuses with 429 and the time to wait. */
    public void admit(Caller caller, long calls) {
        admit((caller.kind() == Caller.Kind.CLIENT ? clients : operators).get(caller.clientId()), calls);
    }

    /** Takes one call of a client that has shown its secret and asks for a token. */
    public void admitClient(String clientId) {
        admit(clients.get(clientId), 1);
    }

    private static void admit(@Nullable Pace pace, long calls) {
        if (pace == null || calls <= 0) {
            return; // an account that is not configured gets no further than this anyway
        }
        long wait = pace.take(calls);
        if (wait > 0) {
            throw new ProblemException(LimitProblems.tooFast(pace), Duration.ofNanos(wait));
        }
    }

    private static Refill refill(LimitProperties limits, String client) {
        LimitProperties.Own own = limits.clients().get(client);
        Double perSecond = own == null ? null : own.perSecond();
        Long burst = own == null ? null : own.burst();
        return Refill.perSecond(
                perSecond == null ? limits.perSecond() : perSecond, burst == null ? limits.burst() : burst);
    }

    private static Pace pace(String who, Refill refill, GatewayClock clock, MeterRegistry registry) {
        Counter refused = Counter.builder("lienthong.access.too.fast")
                .description("Calls refused because their caller calls faster than it may")
                .tag("caller", who)
                .register(registry);
        return new Pace(who, refill, clock::monotonicNanos, refused);
    }
}
