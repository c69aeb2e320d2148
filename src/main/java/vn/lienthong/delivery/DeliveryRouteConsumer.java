package vn.lienthong.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.partner.Partner;

/** Threads that claim, let the route work, and write down what became of it, until the route stops. */
class DeliveryRouteConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRouteConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SLICE = Duration.ofMillis(100);
    /** After a call that was not full: those that came meanwhile get company. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration PAUSE_BEFORE_RECORDING = Duration.ofMillis(500);
    private static final int MOST_RECORDINGS = 10;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final DeliveryRouteComponent component;
    private final Source source;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Bell bell;

    DeliveryRouteConsumer(
            DeliveryRouteEndpoint endpoint, Processor processor, DeliveryRouteComponent component, Source source) {
        super(endpoint, processor);
        this.component = component;
        this.source = source;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Bell opened = component.wakeup().add(source);
        bell = opened;
        String name = "delivery-" + source.partner() + "-" + source.kind() + (source.ask() ? "-ask" : "");
        for (int i = 0; i < source.concurrency(); i++) {
            threads.add(Thread.ofVirtual().name(name + "-" + i).start(() -> work(opened)));
        }
    }

    /** Lets each thread finish the call it is in: a call cut short would leave its deliveries in doubt. */
    @Override
    protected void doStop() throws Exception {
        if (bell != null) {
            component.wakeup().remove(bell);
        }
        Duration longest = component.partners().get(source.partner()).leaseLength();
        for (Thread thread : threads) {
            thread.join(longest);
        }
        threads.clear();
        super.doStop();
    }

    private void work(Bell bell) {
        // not whether the route runs: it may have been started again with another bell and other threads
        while (!bell.isClosed()) {
            Duration pause = round(bell);
            try {
                if (pause.isPositive()) {
                    bell.await(pause);
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One claim and the calls for it; how long to rest before the next. */
    private Duration round(Bell bell) {
        CircuitBreaker breaker = component.partners().breaker(source.partner());
        if (!breaker.tryAcquirePermission()) {
            return POLL;
        }
        // the call behind this permission reports to the breaker itself; a probe keeps it, so that no other thread
        // probes
        boolean probing = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (!probing) {
            breaker.releasePermission();
        }
        try {
            DeliveryEngine.Claimed claimed = component
                    .engine()
                    .claim(source.partner(), source.kind(), probing ? 1 : source.batch(), source.ask());
            if (claimed.more()) {
                bell.ring(); // for another of these threads
            }
            if (claimed.batches().isEmpty()) {
                return POLL;
            }
            if (sendAll(claimed.batches(), breaker, bell) == 0) {
                rest(POLL, () -> !bell.isClosed());
            } else if (!claimed.more()) {
                LockSupport.parkNanos(GATHERING.toNanos());
            }
            return Duration.ZERO;
        } catch (RuntimeException | Error trouble) { // a thread that died here would be missed by nobody
            LOG.error(
                    "Không lấy hoặc ghi được việc gửi tới {}, thử lại sau {} giây; việc dở sẽ được hỏi lại / cannot claim or"
                            + " record deliveries to {}, trying again in {} s; unfinished ones will be asked about",
                    source.partner(),
                    PAUSE_AFTER_TROUBLE.toSeconds(),
                    source.partner(),
                    PAUSE_AFTER_TROUBLE.toSeconds(),
                    trouble);
            // not at the bell: who keeps watch there is to look as often as ever, and may be another
            rest(PAUSE_AFTER_TROUBLE, () -> !bell.isClosed());
            return Duration.ZERO;
        } finally {
            if (probing) {
                breaker.releasePermission(); // without meaning once the probe was judged
            }
        }
    }

    /** Rests in slices as long as this holds; whether it held to the end. */
    private static boolean rest(Duration length, BooleanSupplier holds) {
        for (long end = System.nanoTime() + length.toNanos(); System.nanoTime() - end < 0; ) {
            LockSupport.parkNanos(Math.min(end - System.nanoTime(), SLICE.toNanos()));
            if (!holds.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sends one batch after the other; gives back those that cannot begin now or would not end within the lease. How many
     * were sent.
     */
    private int sendAll(List<DeliveryBatch> batches, CircuitBreaker breaker, Bell bell) {
        Partner partner = component.partners().get(source.partner());
        Duration call = partner.connectTimeout().plus(partner.readTimeout());
        int begun = 0;
        try {
            while (begun < batches.size()
                    && breaker.getState() != CircuitBreaker.State.OPEN
                    && hasTurn(batches.get(begun).lease(), call, bell)) {
                send(batches.get(begun++));
            }
            return begun;
        } finally {
            batches.subList(begun, batches.size()).forEach(this::giveBack);
        }
    }

    /** Waits for the turn of a call where the partner's pace is limited; false when the call must not begin any more. */
    private boolean hasTurn(Lease lease, Duration call, Bell bell) {
        if (!mayCall(bell) || lease.remaining().compareTo(call) < 0) {
            return false;
        }
        return component
                .flow()
                .takeTurn(source.partner(), lease.remaining().minus(call))
                .filter(wait -> rest(wait, () -> mayCall(bell)))
                .isPresent();
    }

    private boolean mayCall(Bell bell) {
        return !bell.isClosed() && component.flow().hold(source.partner()).isEmpty();
    }

    private void giveBack(DeliveryBatch batch) {
        try {
            component.engine().giveBack(batch, Duration.ZERO);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "{} deliveries could not be given back and wait for their lease to end",
                    batch.items().size(),
                    away);
        }
    }

    private void send(DeliveryBatch batch) {
        Exchange exchange = createExchange(true);
        MDC.put("traceId", batch.lease().token().toString());
        try {
            exchange.getMessage().setBody(batch);
            Throwable failure = null;
            try {
                getProcessor().process(exchange);
                failure = exchange.getException();
            } catch (Exception | Error thrown) {
                failure = thrown;
            }
            if (failure != null) {
                LOG.error(
                        "Tuyến gửi {} lỗi khi xử lý {} việc / the route to {} failed on {} deliveries",
                        source.partner(),
                        batch.items().size(),
                        source.partner(),
                        batch.items().size(),
                        failure);
            }
            record(batch, failure);
        } finally {
            releaseExchange(exchange, true);
            MDC.remove("traceId");
        }
    }

    /** An outcome that is known is worth some patience: unwritten, it becomes a doubt, and a step may then be parked. */
    private void record(DeliveryBatch batch, @Nullable Throwable failure) {
        for (int attempt = 1; ; attempt++) {
            try {
                component.engine().record(batch, source.ask(), failure);
                return;
            } catch (DataAccessException | TransactionException away) {
                if (attempt == MOST_RECORDINGS || !batch.lease().holds()) {
                    throw away;
                }
                LOG.warn(
                        "The outcome of {} deliveries is not written yet",
                        batch.items().size(),
                        away);
                LockSupport.parkNanos(PAUSE_BEFORE_RECORDING.toNanos());
            }
        }
    }
}
