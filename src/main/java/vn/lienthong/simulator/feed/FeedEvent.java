package vn.lienthong.simulator.feed;

/**
 * One call of a one-stop system. {@code key} is the same whenever the same feed is repeated, so that the gateway takes
 * each event once.
 */
record FeedEvent(String client, String method, String path, String key, String contentType, String body) {}
