package vn.lienthong.post.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a feed.
 *
 * @param id its name in the feed
 * @param order our order number, where the feed tells it
 * @param item number of the parcel; empty while it has none
 * @param code the post's code for what happened
 * @param office where
 * @param reason why, in the post's words
 * @param from where its bytes begin in the page
 * @param to where they end
 */
record FeedRow(
        String id,
        @Nullable String order,
        String item,
        String code,
        Instant occurredAt,
        @Nullable String office,
        @Nullable String reason,
        int from,
        int to) {}
