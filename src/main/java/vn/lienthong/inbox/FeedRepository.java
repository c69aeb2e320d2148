package vn.lienthong.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** Reads and acknowledges the tables {@code inbox_item} and {@code inbox_entry}. */
@Repository
class FeedRepository {
    private static final String READ = """
            select e.position, i.id, i.type, i.subject, i.at, i.data, e.acknowledged_at
            from (select position, acknowledged_at from inbox_entry where address = ? and position > ? %s
                order by position limit ?) e
            join inbox_item i on i.position = e.position
            order by e.position
            """;

    private static final String WAITING = READ.formatted("and acknowledged_at is null");
    private static final String ALL = READ.formatted("");

    private final JdbcTemplate jdbc;
    private final DataSeal seal;
    private final GatewayClock clock;

    FeedRepository(JdbcTemplate jdbc, DataSeal seal, GatewayClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    List<FeedItem> read(String address, long after, int most, boolean acknowledgedToo) {
        return jdbc.query(acknowledgedToo ? ALL : WAITING, this::item, address, after, most);
    }

    /** Whether the item stands in this inbox, acknowledged or not. */
    boolean has(String address, UUID id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from inbox_item i join inbox_entry e on e.position = i.position"
                        + " where i.id = ? and e.address = ?)",
                Boolean.class,
                id,
                address));
    }

    /** Acknowledges the item in this inbox; false when it was acknowledged before or is not there. */
    boolean acknowledge(String address, UUID id, String by) {
        return jdbc.update(
                        "update inbox_entry e set acknowledged_at = clock_timestamp() + ?::interval, acknowledged_by = ?"
                                + " from inbox_item i where i.id = ? and e.address = ? and e.position = i.position"
                                + " and e.acknowledged_at is null",
                        clock.offset().toMillis() + " milliseconds",
                        by,
                        id,
                        address)
                == 1;
    }

    private FeedItem item(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp acknowledged = row.getTimestamp("acknowledged_at");
        return new FeedItem(
                row.getLong("position"),
                id,
                row.getString("type"),
                row.getString("subject"),
                row.getTimestamp("at").toInstant(),
                seal.open(row.getBytes("data"), FeedItem.context(id)),
                acknowledged == null ? null : acknowledged.toInstant());
    }
}
