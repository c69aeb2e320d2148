package vn.lienthong.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts over the table {@code delivery}. */
@Repository
class BacklogRepository {
    private static final int LATEST = 2000;

    private final JdbcTemplate jdbc;

    BacklogRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Unfinished deliveries that match, by partner, kind, state and reason; the largest group first. */
    List<BacklogGroup> groups(DeliveryFilter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("state not in ('CONFIRMED', 'CANCELLED', 'EXPIRED')");
        DeliveryState state = filter.state();
        narrow(where, values, "partner =", filter.partner());
        narrow(where, values, "state =", state == null ? null : state.name());
        narrow(where, values, "reason =", filter.reason());
        narrow(where, values, "agency =", filter.agency());
        narrow(where, values, "dossier_number =", filter.dossierNumber());
        narrow(where, values, "changed_at >=", DeliveryRepository.timestamp(filter.changedFrom()));
        narrow(where, values, "changed_at <", DeliveryRepository.timestamp(filter.changedUntil()));
        return jdbc.query(
                "select partner, kind, state, reason, count(*), extract(epoch from clock_timestamp() - min(created_at)),"
                        + " min(changed_at), max(changed_at) from delivery where " + where
                        + " group by partner, kind, state, reason order by count(*) desc, partner, kind, state, reason",
                BacklogRepository::read,
                values.toArray());
    }

    /** When partners last confirmed something; looks only at what ended latest. */
    Map<String, Instant> lastSuccess() {
        Map<String, Instant> found = new HashMap<>();
        jdbc.query(
                "select partner, max(changed_at) from (select partner, state, changed_at from delivery_finished"
                        + " order by id desc limit " + LATEST + ") latest where state = 'CONFIRMED' group by partner",
                row -> {
                    found.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return found;
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition).append(" ?");
            values.add(value);
        }
    }

    private static BacklogGroup read(ResultSet row, int number) throws SQLException {
        return new BacklogGroup(
                row.getString(1),
                row.getString(2),
                DeliveryState.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                Duration.ofMillis((long) (Math.max(0, row.getDouble(6)) * 1000)),
                row.getTimestamp(7).toInstant(),
                row.getTimestamp(8).toInstant());
    }
}
