package vn.lienthong.delivery;

import java.time.Duration;

/** How many deliveries to a partner stand in one unsettled state, and how long the oldest has. */
public record Waiting(String partner, DeliveryState state, long number, Duration oldest) {}
