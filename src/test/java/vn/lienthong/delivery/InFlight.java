package vn.lienthong.delivery;

/** A batch whose node has the partner's answer but has not written it down; {@code overtaken}: another took over. */
final class InFlight {
    final DeliveryWorld node;
    final DeliveryBatch batch;
    final boolean asking;
    boolean overtaken;

    InFlight(DeliveryWorld node, DeliveryBatch batch, boolean asking) {
        this.node = node;
        this.batch = batch;
        this.asking = asking;
    }
}
