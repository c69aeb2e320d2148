package vn.lienthong.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Page;

/** Reads the table {@code audit}. */
@Repository
class AuditTrailRepository {
    private final JdbcTemplate jdbc;

    AuditTrailRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Page<AuditTrail.Entry> search(AuditTrail.Filter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        narrow(where, values, "who = ?", filter.who());
        narrow(where, values, "act = ?", filter.act());
        narrow(where, values, "subject = ?", filter.subject());
        narrow(where, values, "id < ?", filter.after());
        values.add(filter.limit() + 1);
        List<AuditTrail.Entry> found = jdbc.query(
                "select id, at, who, act, subject, reason, outcome, trace_id from audit where " + where
                        + " order by id desc limit ?",
                AuditTrailRepository::read,
                values.toArray());
        return found.size() <= filter.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        List.copyOf(found.subList(0, filter.limit())),
                        found.get(filter.limit() - 1).id().toString());
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static AuditTrail.Entry read(ResultSet row, int number) throws SQLException {
        return new AuditTrail.Entry(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Audit.Outcome.valueOf(row.getString(7)),
                row.getString(8));
    }
}
