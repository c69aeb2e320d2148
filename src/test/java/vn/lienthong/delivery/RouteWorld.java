package vn.lienthong.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.Callable;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** The real queue behind a real route whose one step a test plays. */
final class RouteWorld implements AutoCloseable {
    private static final String ROUTE = "played";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    final DeliveryWorld queue;
    final CircuitBreaker breaker;

    /** What a test does with each batch. */
    interface Step {
        void work(DeliveryBatch batch) throws Exception;
    }

    RouteWorld(TestDatabase database, String... settings) {
        Partners partners = TestPartners.of(settings);
        breaker = partners.breaker(DeliveryWorld.PORTAL);
        queue = new DeliveryWorld(database, partners);
        queue.clear();
        camel.addComponent("delivery", queue.get(DeliveryRouteComponent.class));
    }

    /** Begins to draw from this address. */
    void draw(String address, Step step) {
        run(() -> {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(address)
                            .routeId(ROUTE)
                            .process(exchange -> step.work(exchange.getMessage().getBody(DeliveryBatch.class)));
                }
            });
            camel.start();
            return true;
        });
    }

    /** The orderly stop of the route. */
    void stop() {
        run(() -> {
            camel.getRouteController().stopRoute(ROUTE);
            return true;
        });
    }

    /** Starts the route again. */
    void start() {
        run(() -> {
            camel.getRouteController().startRoute(ROUTE);
            return true;
        });
    }

    DefaultCamelContext camel() {
        return camel;
    }

    void await(String what, Callable<Boolean> done) {
        Awaitility.await(what).until(done);
    }

    void awaitState(long id, DeliveryState state) {
        await(id + " is " + state, () -> queue.stateOf(id) == state);
    }

    private static void run(Callable<Boolean> act) {
        try {
            act.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        camel.stop();
        queue.close();
    }
}
