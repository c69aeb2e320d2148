package vn.lienthong.post.feed;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code post_feed} and {@code post_feed_unread}. */
@Repository("postFeedRepository") // the plain name belongs to the inbox
class FeedRepository {
    private final JdbcTemplate jdbc;

    FeedRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the customer's feed for this long; its cursor, or nothing while another node reads it. */
    Optional<String> take(String customer, UUID token, Duration lease) {
        jdbc.update("insert into post_feed (customer) values (?) on conflict do nothing", customer);
        return jdbc
                .queryForList(
                        "update post_feed set lease_token = ?, lease_until = clock_timestamp() + ?::interval"
                                + " where customer = ? and (lease_until is null or lease_until < clock_timestamp())"
                                + " returning cursor",
                        String.class,
                        token,
                        interval(lease),
                        customer)
                .stream()
                .findFirst();
    }

    /** Moves the cursor and keeps the feed for as long again; false when another node has taken it over. */
    boolean advance(String customer, UUID token, String cursor, Duration lease) {
        return jdbc.update(
                        "update post_feed set cursor = ?, lease_until = clock_timestamp() + ?::interval,"
                                + " read_at = clock_timestamp() where customer = ? and lease_token = ?",
                        cursor,
                        interval(lease),
                        customer,
                        token)
                == 1;
    }

    void release(String customer, UUID token) {
        jdbc.update(
                "update post_feed set lease_token = null, lease_until = null where customer = ? and lease_token = ?",
                customer,
                token);
    }

    /** Keeps a row whose code nobody knows; false when it was kept before. */
    boolean keepUnread(String customer, FeedRow row) {
        return jdbc.update(
                        "insert into post_feed_unread (customer, event_id, item_code, code, occurred_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        customer,
                        row.id(),
                        row.item(),
                        row.code(),
                        Timestamp.from(row.occurredAt()))
                == 1;
    }

    /** What was kept, oldest first. */
    List<FeedRow> unread(String customer, int most) {
        return jdbc.query(
                "select event_id, item_code, code, occurred_at from post_feed_unread where customer = ?"
                        + " order by seen_at limit ?",
                (row, number) -> new FeedRow(
                        row.getString(1),
                        null,
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        null,
                        null,
                        0,
                        0),
                customer,
                most);
    }

    void forgetUnread(String customer, List<String> ids) {
        jdbc.update("delete from post_feed_unread where customer = ? and event_id = any(?)", statement -> {
            statement.setString(1, customer);
            statement.setArray(2, statement.getConnection().createArrayOf("text", ids.toArray()));
        });
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
