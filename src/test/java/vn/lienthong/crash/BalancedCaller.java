package vn.lienthong.crash;

import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import vn.lienthong.testing.Reply;

/** A caller behind a balancer that makes each call once and puts up with nothing but 202. */
final class BalancedCaller implements Runnable {
    private static final long PAUSE = 40_000_000;

    private final Balancer balancer;
    private final Ledger ledger;
    private final RandomGenerator random;
    private volatile boolean stopping;

    BalancedCaller(Balancer balancer, Ledger ledger, RandomGenerator random) {
        this.balancer = balancer;
        this.ledger = ledger;
        this.random = random;
    }

    /** Lets it finish the call it is in. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        Iterator<Telling> dossier = Script.of(random);
        while (!stopping) {
            if (!dossier.hasNext()) {
                dossier = Script.of(random);
            }
            Telling telling = dossier.next();
            try {
                Reply reply = OneStopSystem.send(balancer.next(), telling).expect(202);
                ledger.accepted(telling, reply.json().path("eventId").asText());
            } catch (RuntimeException | AssertionError error) {
                ledger.complain(telling.mark() + ": " + error);
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
