package vn.lienthong.workitem;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.Page;

/** The table {@code work_item}. */
@Repository
class WorkItemRepository {
    private static final String OPEN = """
            insert into work_item (id, code, dossier_number, agency, delivery_id, event_id, detail_vi, detail_en)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[])
            on conflict (code, agency, coalesce(dossier_number, ''), coalesce(delivery_id, 0)) where state = 'OPEN'
            do update set occurrences = work_item.occurrences + 1, last_seen_at = clock_timestamp(),
                event_id = excluded.event_id, detail_vi = excluded.detail_vi, detail_en = excluded.detail_en
            returning id
            """;

    private final JdbcTemplate jdbc;

    WorkItemRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens these or counts them up; those that are new, by their id. */
    Map<UUID, NewWorkItem> open(List<NewWorkItem> found) {
        Map<UUID, NewWorkItem> opened = new LinkedHashMap<>();
        // one order for all writers, so that two of them cannot wait for each other
        List<NewWorkItem> ordered = found.stream()
                .sorted(java.util.Comparator.comparing(NewWorkItem::code)
                        .thenComparing(NewWorkItem::agency)
                        .thenComparing(item -> String.valueOf(item.dossierNumber())))
                .toList();
        // one statement touches a row once only: what repeats a cause among these comes after it
        Map<List<String>, NewWorkItem> firsts = new LinkedHashMap<>();
        List<NewWorkItem> repeats = new ArrayList<>();
        for (NewWorkItem item : ordered) {
            if (firsts.putIfAbsent(cause(item), item) != null) {
                repeats.add(item);
            }
        }
        insert(List.copyOf(firsts.values()), opened);
        repeats.forEach(item -> insert(List.of(item), opened));
        return opened;
    }

    private static List<String> cause(NewWorkItem item) {
        return List.of(
                item.code(), item.agency(), String.valueOf(item.dossierNumber()), String.valueOf(item.deliveryId()));
    }

    private void insert(List<NewWorkItem> items, Map<UUID, NewWorkItem> opened) {
        Map<UUID, NewWorkItem> given = new LinkedHashMap<>();
        items.forEach(item -> given.put(Ids.next(), item));
        jdbc.query(
                OPEN,
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(
                            1, connection.createArrayOf("uuid", given.keySet().toArray()));
                    statement.setArray(2, column(connection, "text", items, NewWorkItem::code));
                    statement.setArray(3, column(connection, "text", items, NewWorkItem::dossierNumber));
                    statement.setArray(4, column(connection, "text", items, NewWorkItem::agency));
                    statement.setArray(5, column(connection, "bigint", items, NewWorkItem::deliveryId));
                    statement.setArray(6, column(connection, "uuid", items, NewWorkItem::eventId));
                    statement.setArray(
                            7,
                            column(
                                    connection,
                                    "text",
                                    items,
                                    item -> item.detail().vi()));
                    statement.setArray(
                            8,
                            column(
                                    connection,
                                    "text",
                                    items,
                                    item -> item.detail().en()));
                },
                row -> {
                    UUID stands = row.getObject(1, UUID.class);
                    NewWorkItem fresh = given.get(stands);
                    if (fresh != null) {
                        opened.put(stands, fresh);
                    }
                });
    }

    private static Array column(
            Connection connection, String type, List<NewWorkItem> items, Function<NewWorkItem, @Nullable Object> of)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(of).toArray());
    }

    void settleDeliveries(Collection<Long> deliveryIds, String resolution) {
        jdbc.update(
                "update work_item set state = 'RESOLVED', resolved_at = clock_timestamp(), resolved_by = 'gateway',"
                        + " resolution = ? where delivery_id = any(?) and state = 'OPEN'",
                statement -> {
                    statement.setString(1, resolution);
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", deliveryIds.toArray()));
                });
    }

    void settle(String code, String dossierNumber, String resolution) {
        jdbc.update(
                "update work_item set state = 'RESOLVED', resolved_at = clock_timestamp(), resolved_by = 'gateway',"
                        + " resolution = ? where code = ? and dossier_number = ? and state = 'OPEN'",
                resolution,
                code,
                dossierNumber);
    }

    /** What the other agency has open for the same cause stays the one item; its twin is resolved. */
    void rehome(String dossierNumber, String from, String to) {
        jdbc.update(
                "update work_item w set agency = ? where dossier_number = ? and agency = ? and state = 'OPEN'"
                        + " and not exists (select from work_item o where o.code = w.code and o.agency = ?"
                        + " and o.dossier_number = w.dossier_number and o.state = 'OPEN'"
                        + " and coalesce(o.delivery_id, 0) = coalesce(w.delivery_id, 0))",
                to,
                dossierNumber,
                from,
                to);
        jdbc.update(
                "update work_item set state = 'RESOLVED', resolved_at = clock_timestamp(), resolved_by = 'gateway',"
                        + " resolution = ? where dossier_number = ? and agency = ? and state = 'OPEN'",
                to,
                dossierNumber,
                from);
    }

    List<WorkItems.OpenKind> openByCode() {
        return jdbc.query(
                "select code, count(*) from work_item where state = 'OPEN' group by code order by code",
                (row, number) -> new WorkItems.OpenKind(row.getString(1), row.getLong(2)));
    }

    Optional<WorkItem> find(UUID id) {
        return jdbc.query("select * from work_item where id = ?", WorkItemRepository::read, id).stream()
                .findFirst();
    }

    Page<WorkItem> search(WorkItemFilter filter) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        narrow(where, values, "dossier_number = ?", filter.dossierNumber());
        String agency = filter.withinAgency();
        if (agency != null) {
            where.append(" and (agency = ? or starts_with(agency, ?))");
            values.add(agency);
            values.add(agency + ".");
        }
        narrow(where, values, "code = ?", filter.code());
        narrow(
                where,
                values,
                "state = ?",
                filter.state() == null ? null : filter.state().name());
        narrow(where, values, "id < ?", filter.after());
        values.add(filter.limit() + 1);
        List<WorkItem> found = jdbc.query(
                "select * from work_item where " + where + " order by id desc limit ?",
                WorkItemRepository::read,
                values.toArray());
        return found.size() <= filter.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        List.copyOf(found.subList(0, filter.limit())),
                        found.get(filter.limit() - 1).id().toString());
    }

    boolean resolve(UUID id, String by, String resolution) {
        return jdbc.update(
                        "update work_item set state = 'RESOLVED', resolved_at = clock_timestamp(), resolved_by = ?,"
                                + " resolution = ? where id = ? and state = 'OPEN'",
                        by,
                        resolution,
                        id)
                == 1;
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static WorkItem read(ResultSet row, int number) throws SQLException {
        Timestamp resolved = row.getTimestamp("resolved_at");
        long delivery = row.getLong("delivery_id");
        return new WorkItem(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("dossier_number"),
                row.getString("agency"),
                delivery == 0 ? null : delivery,
                row.getObject("event_id", UUID.class),
                new Bilingual(row.getString("detail_vi"), row.getString("detail_en")),
                WorkItem.State.valueOf(row.getString("state")),
                row.getInt("occurrences"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                resolved == null ? null : resolved.toInstant(),
                row.getString("resolved_by"),
                row.getString("resolution"));
    }
}
