package vn.lienthong.post.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.post.order.PostLine;

/**
 * One look at the feed of one customer: page after page, each stored together with the cursor behind it, so that nothing
 * is read twice to effect and nothing is left out, wherever the look is cut off.
 */
@Component
class FeedLook {
    private static final int MOST_PAGES = 500;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final FeedRepository rows;
    private final FeedStore store;
    private final PostLine line;
    private final Partners partners;
    private final FeedProperties settings;
    private final Feed feed;

    FeedLook(
            FeedRepository rows,
            FeedStore store,
            PostLine line,
            Partners partners,
            FeedProperties settings,
            GatewayClock clock) {
        this.rows = rows;
        this.store = store;
        this.line = line;
        this.partners = partners;
        this.settings = settings;
        this.feed = settings.kind() == FeedProperties.Kind.ATTEMPTS
                ? new AttemptFeed(settings)
                : new EventFeed(settings, clock);
    }

    /** One look; why it ended before the feed's end, or null. Nothing to say where another node looks. */
    @Nullable
    String at(String customer) {
        Partner post = partners.get(PostFeed.PARTNER);
        // a token may have to be fetched before the page
        Duration lease =
                post.connectTimeout().plus(post.readTimeout()).multipliedBy(3).plus(MARGIN);
        UUID token = Ids.next();
        Optional<String> cursor = rows.take(customer, token, lease);
        if (cursor.isEmpty()) {
            return null;
        }
        try {
            store.readUnread(customer);
            return read(customer, token, lease, cursor.get());
        } finally {
            rows.release(customer, token);
        }
    }

    private @Nullable String read(String customer, UUID token, Duration lease, String from) {
        String cursor = from;
        String place = feed.begin(cursor);
        for (int page = 0; page < MOST_PAGES; page++) {
            WireAnswer answer = line.get(PostFeed.PARTNER, settings.path(), feed.question(customer, place));
            if (!(answer instanceof WireAnswer.Answered whole) || !whole.ok()) {
                return kind(answer);
            }
            try {
                Feed.Page read = feed.read(whole.bytes());
                Feed.Step step = feed.after(cursor, place, read.rows());
                String now = step.cursor();
                store.keep(customer, whole.bytes(), read, () -> fence(rows.advance(customer, token, now, lease)));
                cursor = now;
                place = step.place();
                if (!step.more()) {
                    return null;
                }
            } catch (IOException unreadable) {
                return "trang không đọc được / a page that does not read ("
                        + unreadable.getClass().getSimpleName() + ")";
            }
        }
        return null;
    }

    private static void fence(boolean ours) {
        if (!ours) {
            throw new IllegalStateException("Another node has taken the feed over");
        }
    }

    /** Without the words of the answer, which may name people. */
    private static String kind(WireAnswer answer) {
        return answer instanceof WireAnswer.Answered answered
                ? "HTTP " + answered.status()
                : answer.getClass().getSimpleName();
    }
}
