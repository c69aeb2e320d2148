package vn.lienthong.inbox;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts for those who watch the gateway. */
@Repository
class FeedFiguresRepository {
    private final JdbcTemplate jdbc;

    FeedFiguresRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries that nobody has acknowledged, all inboxes together. */
    long waiting() {
        Long count = jdbc.queryForObject("select count(*) from inbox_entry where acknowledged_at is null", Long.class);
        return count == null ? 0 : count;
    }

    /** Events that have no position yet, as after a moment they should. */
    long unplaced() {
        Long count = jdbc.queryForObject("select count(*) from inbox_told", Long.class);
        return count == null ? 0 : count;
    }

    /** Registered callbacks by how they go. */
    Map<String, Long> callbacks() {
        Map<String, Long> found = new TreeMap<>(Map.of("ACTIVE", 0L, "FAILING", 0L, "DISABLED", 0L));
        jdbc.query(
                "select case when disabled_at is not null then 'DISABLED' when faults > 0 then 'FAILING' else 'ACTIVE' end,"
                        + " count(*) from inbox_callback group by 1",
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }
}
