package vn.lienthong.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** Writes what became of claimed deliveries. Every write is fenced by the lease token: a successor's work is never touched. */
@Repository
class OutcomeRepository {
    private static final String APPLY = """
            update delivery d set state = c.next, reason = c.reason, detail = left(c.detail, 2000),
                partner_code = coalesce(left(c.partner_code, 200), d.partner_code),
                due_at = clock_timestamp() + ?::interval + c.pause * interval '1 millisecond', faults = c.faults,
                alone = coalesce(c.alone, d.alone), maybe_sent = coalesce(c.maybe_sent, d.maybe_sent),
                uncertain_since = case when c.next = 'UNCERTAIN'
                    then coalesce(d.uncertain_since, clock_timestamp() + ?::interval) end,
                evidence_id = coalesce(c.evidence_id, d.evidence_id),
                lease_token = null, lease_node = null, lease_until = null, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as c(id, was, next, pause, faults, reason, detail, partner_code,
                alone, maybe_sent, evidence_id)
            where d.id = c.id and d.state = c.was and d.lease_token = ?
            returning d.id
            """;

    /** What the partner holds leaves the queue with that news, so that claims never wade through what has ended. */
    private static final String FINISH = """
            with gone as (
                delete from delivery d using unnest(?, ?, ?, ?) as c(id, was, partner_code, evidence_id)
                where d.id = c.id and d.state = c.was and d.lease_token = ?
                returning d.*, coalesce(left(c.partner_code, 200), d.partner_code) as told,
                    coalesce(c.evidence_id, d.evidence_id) as shown
            )
            insert into delivery_finished (id, partner, kind, dossier_number, event_id, version, full_state, status, agency,
                unit_code, legal_due, state, head, partner_code, due_at, attempts, faults, maybe_sent, alone, parcel_number,
                evidence_id, created_at, changed_at)
            select id, partner, kind, dossier_number, event_id, version, full_state, status, agency,
                unit_code, legal_due, 'CONFIRMED', false, told, due_at, attempts, 0, false, alone, parcel_number,
                shown, created_at, clock_timestamp()
            from gone returning id
            """;

    private static final String NOTE_ATTEMPTS = """
            insert into delivery_attempt (delivery_id, number, asked, outcome, fault, reason, detail, evidence_id)
            select c.id, c.number, c.was = 'UNCERTAIN', c.next, c.fault, c.reason, left(c.detail, 2000), c.evidence_id
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) as c(id, number, was, next, fault, reason, detail, evidence_id)
            """;

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    OutcomeRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Applies the changes that are still ours to make.
     *
     * @return the ids of the deliveries that changed; the others were taken over meanwhile
     */
    Set<Long> apply(UUID token, List<Change> changes) {
        Map<Boolean, List<Change>> byEnd =
                changes.stream().collect(Collectors.partitioningBy(change -> change.to() == DeliveryState.CONFIRMED));
        Set<Long> applied = new HashSet<>();
        applied.addAll(finish(token, byEnd.getOrDefault(true, List.of())));
        applied.addAll(update(token, byEnd.getOrDefault(false, List.of())));
        return applied;
    }

    private List<Long> finish(UUID token, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                FINISH,
                statement -> {
                    array(
                            statement,
                            1,
                            "bigint",
                            changes,
                            change -> change.item().id());
                    array(statement, 2, "text", changes, change -> change.from().name());
                    array(statement, 3, "text", changes, Change::partnerCode);
                    array(statement, 4, "uuid", changes, Change::evidenceId);
                    statement.setObject(5, token);
                },
                (row, number) -> row.getLong(1));
    }

    private List<Long> update(UUID token, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        String offset = clock.offset().toMillis() + " milliseconds";
        return jdbc.query(
                APPLY,
                statement -> {
                    statement.setString(1, offset);
                    statement.setString(2, offset);
                    array(
                            statement,
                            3,
                            "bigint",
                            changes,
                            change -> change.item().id());
                    array(statement, 4, "text", changes, change -> change.from().name());
                    array(statement, 5, "text", changes, change -> change.to().name());
                    array(
                            statement,
                            6,
                            "bigint",
                            changes,
                            change -> change.pause().toMillis());
                    array(statement, 7, "integer", changes, Change::faults);
                    array(statement, 8, "text", changes, change -> code(change.reason()));
                    array(statement, 9, "text", changes, Change::detail);
                    array(statement, 10, "text", changes, Change::partnerCode);
                    array(statement, 11, "boolean", changes, Change::alone);
                    array(statement, 12, "boolean", changes, Change::maybeSent);
                    array(statement, 13, "uuid", changes, Change::evidenceId);
                    statement.setObject(14, token);
                },
                (row, number) -> row.getLong(1));
    }

    /** Notes the attempts behind these changes. */
    void noteAttempts(List<Change> changes) {
        jdbc.update(NOTE_ATTEMPTS, statement -> {
            array(statement, 1, "bigint", changes, change -> change.item().id());
            array(statement, 2, "integer", changes, change -> change.item().attempt());
            array(statement, 3, "text", changes, change -> change.from().name());
            array(statement, 4, "text", changes, change -> change.to().name());
            array(statement, 5, "text", changes, change -> name(change.fault()));
            array(statement, 6, "text", changes, change -> code(change.reason()));
            array(statement, 7, "text", changes, Change::detail);
            array(statement, 8, "uuid", changes, Change::evidenceId);
        });
    }

    /** Remembers that the partner holds these dossiers. */
    void hold(String partner, List<String> dossiers) {
        jdbc.update(
                "insert into delivery_holding (partner, dossier_number) select ?, n from unnest(?) as n"
                        + " on conflict do nothing",
                statement -> {
                    statement.setString(1, partner);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", dossiers.toArray()));
                });
    }

    /** Forgets that the partner holds these dossiers, because it says that it does not. */
    void forget(String partner, List<String> dossiers) {
        jdbc.update("delete from delivery_holding where partner = ? and dossier_number = any(?)", statement -> {
            statement.setString(1, partner);
            statement.setArray(2, statement.getConnection().createArrayOf("text", dossiers.toArray()));
        });
    }

    /** Gives back claimed deliveries untouched, as if they had never been claimed. */
    void giveBack(UUID token, List<Long> ids, Duration pause) {
        jdbc.update(
                "update delivery set state = case when state = 'SENDING' then 'READY' else state end,"
                        + " attempts = case when state = 'SENDING' then attempts - 1 else attempts end,"
                        + " due_at = clock_timestamp() + ?::interval, lease_token = null, lease_node = null,"
                        + " lease_until = null, changed_at = clock_timestamp()"
                        + " where id = any(?) and lease_token = ? and state in ('SENDING', 'UNCERTAIN')",
                statement -> {
                    statement.setString(1, clock.offset().plus(pause).toMillis() + " milliseconds");
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", ids.toArray()));
                    statement.setObject(3, token);
                });
    }

    private static @Nullable String code(@Nullable Reason reason) {
        return reason == null ? null : reason.code();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<Change> changes,
            Function<Change, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, changes.stream().map(value).toArray()));
    }
}
