package vn.lienthong.delivery;

/** Deliveries of one kind to one partner: what one route draws from. */
record PartnerKind(String partner, String kind) {}
