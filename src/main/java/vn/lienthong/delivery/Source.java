package vn.lienthong.delivery;

/** What an endpoint draws from the queue. */
record Source(String partner, String kind, int batch, int concurrency, boolean ask) {}
