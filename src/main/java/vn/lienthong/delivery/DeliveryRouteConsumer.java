package vn.lienthong.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.lienthong.delivery.DeliveryRouteComponent.Source;

/** Threads that claim, let the route work, and write down what became of it, until the route stops. */
class DeliveryRouteConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRouteConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final DeliveryRouteComponent component;
    private final Source source;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    DeliveryRouteConsumer(
            DeliveryRouteEndpoint endpoint, Processor processor, DeliveryRouteComponent component, Source source) {
        super(endpoint, processor);
        this.component = component;
        this.source = source;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        running = true;
        String name = "delivery-" + source.partner() + "-" + source.kind() + (source.ask() ? "-ask" : "");
        for (int i = 0; i < (source.ask() ? 1 : source.concurrency()); i++) {
            threads.add(Thread.ofVirtual().name(name + "-" + i).start(this::work));
        }
    }

    /** Lets each thread finish the call it is in: a call cut short would leave its deliveries in doubt. */
    @Override
    protected void doStop() throws Exception {
        running = false;
        component.wakeup().ring();
        Duration longest = component.partners().get(source.partner()).leaseLength();
        for (Thread thread : threads) {
            thread.join(longest);
        }
        threads.clear();
        super.doStop();
    }

    private void work() {
        while (running) {
            long seen = component.wakeup().rings();
            Duration pause = round();
            try {
                if (running && pause.isPositive()) {
                    component.wakeup().await(seen, pause);
                }
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One claim and the calls for it; how long to rest before the next. */
    private Duration round() {
        CircuitBreaker breaker = component.partners().breaker(source.partner());
        try {
            if (!breaker.tryAcquirePermission()) {
                return POLL;
            }
            // the call behind this permission reports to the breaker itself, so it is given back before each call
            breaker.releasePermission();
            boolean probing = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
            List<DeliveryBatch> batches = component
                    .engine()
                    .claim(source.partner(), source.kind(), probing ? 1 : source.batch(), source.ask());
            for (DeliveryBatch batch : batches) {
                if (running && breaker.getState() != CircuitBreaker.State.OPEN) {
                    send(batch);
                } else {
                    component.engine().giveBack(batch, Duration.ZERO);
                }
            }
            return batches.isEmpty() ? POLL : Duration.ZERO;
        } catch (RuntimeException trouble) {
            LOG.error(
                    "Không lấy hoặc ghi được việc gửi tới {}, thử lại sau {} giây; việc dở sẽ được hỏi lại / cannot claim or"
                            + " record deliveries to {}, trying again in {} s; unfinished ones will be asked about",
                    source.partner(),
                    PAUSE_AFTER_TROUBLE.toSeconds(),
                    source.partner(),
                    PAUSE_AFTER_TROUBLE.toSeconds(),
                    trouble);
            return PAUSE_AFTER_TROUBLE;
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
            } catch (Exception thrown) {
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
            component.engine().record(batch, source.ask(), failure);
        } finally {
            releaseExchange(exchange, true);
            MDC.remove("traceId");
        }
    }
}
