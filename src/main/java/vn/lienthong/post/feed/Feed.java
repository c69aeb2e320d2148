package vn.lienthong.post.feed;

import java.util.List;
import java.util.Map;

/** A feed: how to ask for a page, how to read it, and where to go on. */
sealed interface Feed permits EventFeed, AttemptFeed {
    /** Where a look begins: before the cursor, so that rows that came late are seen. */
    String begin(String cursor);

    /** The question for the page at this place. */
    Map<String, String> question(String customer, String place);

    /** The rows of a page; throws for what is no page. */
    Page read(byte[] bytes) throws java.io.IOException;

    /** Where to go on after these rows. */
    Step after(String cursor, String place, List<FeedRow> rows);

    /**
     * A page.
     *
     * @param rows those that read
     * @param unreadable how many do not
     */
    record Page(List<FeedRow> rows, int unreadable) {}

    /**
     * What follows.
     *
     * @param cursor how far the feed is read now
     * @param place where the next page begins
     * @param more whether there is one
     */
    record Step(String cursor, String place, boolean more) {}
}
