package vn.lienthong.delivery;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.partner.Partners;

/**
 * The queue as a Camel endpoint: {@code delivery:<partner>/<kind>?batch=50&concurrency=2} gives a route one
 * {@link DeliveryBatch} at a time; with {@code ask=true} it gives those whose arrival is in doubt. The route works
 * synchronously and notes an outcome for each delivery; the endpoint writes the outcomes down. A route must not retry.
 */
@Component("delivery")
class DeliveryRouteComponent extends DefaultComponent {
    private final DeliveryEngine engine;
    private final Partners partners;
    private final Wakeup wakeup;
    private final PartnerFlow flow;

    DeliveryRouteComponent(DeliveryEngine engine, Partners partners, Wakeup wakeup, PartnerFlow flow) {
        this.engine = engine;
        this.partners = partners;
        this.wakeup = wakeup;
        this.flow = flow;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String[] path = remaining.split("/", 2);
        if (path.length != 2 || path[0].isBlank() || path[1].isBlank()) {
            throw new IllegalArgumentException(
                    "Địa chỉ phải có dạng delivery:<đối tác>/<loại> / the address must read delivery:<partner>/<kind>: "
                            + uri);
        }
        var partner = partners.get(path[0]);
        int batch = getAndRemoveParameter(parameters, "batch", Integer.class, partner.batch());
        int concurrency = getAndRemoveParameter(parameters, "concurrency", Integer.class, partner.concurrency());
        boolean ask = getAndRemoveParameter(parameters, "ask", Boolean.class, false);
        return new DeliveryRouteEndpoint(uri, this, new Source(path[0], path[1], batch, concurrency, ask));
    }

    DeliveryEngine engine() {
        return engine;
    }

    Partners partners() {
        return partners;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    PartnerFlow flow() {
        return flow;
    }
}
