package vn.lienthong.delivery.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.delivery.HandAct;

/** The tables {@code bulk_action} and {@code bulk_item}. */
@Repository
class BulkRepository {
    private static final String SHOWN = """
            select a.*, (select count(*) from bulk_item i where i.action_id = a.id and i.outcome = 'DONE') as done,
                (select count(*) from bulk_item i where i.action_id = a.id and i.outcome = 'REFUSED') as refused
            from bulk_action a
            """;

    private final JdbcTemplate jdbc;

    BulkRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int count(HandAct act, BulkFilter filter) {
        Integer found = jdbc.queryForObject(
                "select count(*) from delivery where " + filter.condition(),
                Integer.class,
                filter.arguments(act).toArray());
        return found == null ? 0 : found;
    }

    /** The oldest deliveries that match now. */
    List<Long> oldest(HandAct act, BulkFilter filter, int most) {
        return jdbc.queryForList(
                "select id from delivery where " + filter.condition() + " order by id limit " + most,
                Long.class,
                filter.arguments(act).toArray());
    }

    /** Fixes which deliveries an action is for; how many they are. */
    int freeze(UUID id, HandAct act, BulkFilter filter) {
        List<Object> arguments = new ArrayList<>(List.of(id));
        arguments.addAll(filter.arguments(act));
        return jdbc.update(
                "insert into bulk_item (action_id, delivery_id) select ?, id from delivery where " + filter.condition(),
                arguments.toArray());
    }

    void insert(UUID id, HandAct act, String filter, String reason, @Nullable String evidence, String who) {
        jdbc.update(
                "insert into bulk_action (id, act, filter, reason, evidence, who, count) values (?, ?, ?, ?, ?, ?, 0)",
                id,
                act.name(),
                filter,
                reason,
                evidence,
                who);
    }

    void setCount(UUID id, int count) {
        jdbc.update("update bulk_action set count = ? where id = ?", count, id);
    }

    Optional<BulkAction> find(UUID id) {
        return jdbc.query(SHOWN + "where a.id = ?", BulkRepository::read, id).stream()
                .findFirst();
    }

    List<BulkAction> latest(int most) {
        return jdbc.query(SHOWN + "order by a.at desc limit ?", BulkRepository::read, most);
    }

    Optional<BulkAction> oldestRunning() {
        return jdbc.query(SHOWN + "where a.state = 'RUNNING' order by a.at limit 1", BulkRepository::read).stream()
                .findFirst();
    }

    /** The next delivery of this action, locked until the transaction ends; empty when none is left or it was stopped. */
    Optional<Long> next(UUID id) {
        return jdbc
                .queryForList(
                        "select i.delivery_id from bulk_item i join bulk_action a on a.id = i.action_id"
                                + " where i.action_id = ? and i.outcome is null and a.state = 'RUNNING'"
                                + " order by i.delivery_id limit 1 for update of i skip locked",
                        Long.class,
                        id)
                .stream()
                .findFirst();
    }

    void note(UUID id, long delivery, BulkAction.Outcome outcome, @Nullable String code) {
        jdbc.update(
                "update bulk_item set outcome = ?, code = ?, at = clock_timestamp() where action_id = ? and delivery_id = ?",
                outcome.name(),
                code,
                id,
                delivery);
    }

    /** Ends an action none of whose deliveries is left. */
    void endIfThrough(UUID id) {
        jdbc.update(
                "update bulk_action set state = 'DONE', ended_at = clock_timestamp() where id = ? and state = 'RUNNING'"
                        + " and not exists (select 1 from bulk_item where action_id = ? and outcome is null)",
                id,
                id);
    }

    boolean stop(UUID id, String who) {
        return jdbc.update(
                        "update bulk_action set state = 'STOPPED', stopped_by = ?, ended_at = clock_timestamp()"
                                + " where id = ? and state = 'RUNNING'",
                        who,
                        id)
                > 0;
    }

    List<BulkAction.Item> items(UUID id, BulkAction.@Nullable Outcome outcome, long after, int most) {
        return jdbc.query(
                "select delivery_id, outcome, code, at from bulk_item where action_id = ? and delivery_id > ?"
                        + " and (?::text is null or outcome = ?) order by delivery_id limit ?",
                (row, number) -> new BulkAction.Item(
                        row.getLong(1),
                        row.getString(2) == null ? null : BulkAction.Outcome.valueOf(row.getString(2)),
                        row.getString(3),
                        instant(row.getTimestamp(4))),
                id,
                after,
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.name(),
                most);
    }

    private static BulkAction read(ResultSet row, int number) throws SQLException {
        return new BulkAction(
                row.getObject("id", UUID.class),
                HandAct.valueOf(row.getString("act")),
                row.getString("filter"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("who"),
                row.getTimestamp("at").toInstant(),
                BulkAction.State.valueOf(row.getString("state")),
                row.getString("stopped_by"),
                instant(row.getTimestamp("ended_at")),
                row.getInt("count"),
                row.getInt("done"),
                row.getInt("refused"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
