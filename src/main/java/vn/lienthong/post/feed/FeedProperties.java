package vn.lienthong.post.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which feed of the post is read: {@code lienthong.post.feed.*}.
 *
 * @param kind which one, if any (default NONE: the post pushes)
 * @param path where it is, below the partner's address
 * @param page most rows of a page of events (default 1000)
 * @param fullPage so many rows of attempts are a full page, after which another follows (default 20000)
 * @param overlap so much is read once more at each look, for rows that come late (default 10m)
 * @param overlapRows the same for attempts, in rows (default 500)
 * @param poll pause between two looks (default 5m)
 */
@Validated
@ConfigurationProperties("lienthong.post.feed")
record FeedProperties(
        @DefaultValue("NONE") Kind kind,
        @DefaultValue("/apiVNPostNGSP/p1.0/order/tracking") String path,
        @DefaultValue("1000") @Min(1) @Max(20_000) int page,
        @DefaultValue("20000") @Min(1) @Max(20_000) int fullPage,
        @DefaultValue("10m") Duration overlap,
        @DefaultValue("500") @Min(0) @Max(20_000) int overlapRows,
        @DefaultValue("5m") Duration poll) {
    /** The post's feeds. */
    enum Kind {
        NONE,
        /** All events of parcels, by the last id seen. */
        EVENTS,
        /** Attempts to hand over, by row number. */
        ATTEMPTS
    }
}
