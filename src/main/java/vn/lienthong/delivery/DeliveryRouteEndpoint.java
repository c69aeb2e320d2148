package vn.lienthong.delivery;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One {@code delivery:} address; routes can only read from it. */
class DeliveryRouteEndpoint extends DefaultEndpoint {
    private final DeliveryRouteComponent component;
    private final Source source;

    DeliveryRouteEndpoint(String uri, DeliveryRouteComponent component, Source source) {
        super(uri, component);
        this.component = component;
        this.source = source;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "Tuyến chỉ đọc từ delivery:, việc gửi do cổng tạo khi nhận sự kiện / routes only read from delivery:");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DeliveryRouteConsumer consumer = new DeliveryRouteConsumer(this, processor, component, source);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
