package vn.lienthong.delivery;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.delivery.Acknowledgement.Effect;
import vn.lienthong.delivery.Acknowledgement.Outcome;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code delivery_acknowledgement}, and what acknowledgements do to deliveries. */
@Repository
class AcknowledgementRepository {
    /** Ends the lease of whoever is asking: the answer to that question comes too late to count. */
    private static final String SETTLE = """
            update delivery set state = ?, reason = ?, detail = left(?, 2000), maybe_sent = false, faults = 0,
                uncertain_since = null, lease_token = null, lease_node = null, lease_until = null,
                changed_at = clock_timestamp()
            where id = ? returning full_state
            """;

    private static final String OVERDUE = """
            update delivery set state = 'UNCERTAIN', reason = ?, maybe_sent = true, due_at = clock_timestamp() + ?::interval,
                uncertain_since = clock_timestamp() + ?::interval, changed_at = clock_timestamp()
            where id in (select id from delivery where state = 'SENT' and due_at <= clock_timestamp() + ?::interval
                order by due_at limit 500 for update skip locked)
            """;

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    AcknowledgementRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that came before its time, by its own id. */
    record Held(long id, Acknowledgement told) {}

    /** Keeps it; empty when the very same is kept already. */
    Optional<Long> keep(Acknowledgement told) {
        return jdbc
                .queryForList(
                        "insert into delivery_acknowledgement (delivery_id, outcome, words, told_at, evidence_id, effect)"
                                + " values (?, ?, ?, ?, ?, 'HELD') on conflict do nothing returning id",
                        Long.class,
                        told.deliveryId(),
                        told.outcome().name(),
                        told.words(),
                        Timestamp.from(told.at()),
                        told.evidenceId())
                .stream()
                .findFirst();
    }

    /** How many are kept about this delivery. */
    int count(long delivery) {
        Integer kept = jdbc.queryForObject(
                "select count(*) from delivery_acknowledgement where delivery_id = ?", Integer.class, delivery);
        return kept == null ? 0 : kept;
    }

    void noteEffect(long id, Effect effect) {
        jdbc.update("update delivery_acknowledgement set effect = ? where id = ?", effect.name(), id);
    }

    /** Keeps everybody else from changing this delivery until the transaction ends. */
    void lock(long delivery) {
        jdbc.query("select id from delivery where id = ? for update", row -> {}, delivery);
    }

    /** Those whose deliveries have gone on since, oldest first. */
    List<Long> ripe(int most) {
        return jdbc.queryForList(
                "select a.id from delivery_acknowledgement a join delivery_any d on d.id = a.delivery_id"
                        + " where a.effect = 'HELD' and d.state not in ('READY', 'SENDING') order by a.id limit ?",
                Long.class,
                most);
    }

    /** This one if it is still held; locks it until the transaction ends, empty while another node has it. */
    Optional<Held> held(long id) {
        return jdbc
                .query(
                        "select * from delivery_acknowledgement where id = ? and effect = 'HELD' for update skip locked",
                        (row, number) -> new Held(
                                row.getLong("id"),
                                new Acknowledgement(
                                        row.getLong("delivery_id"),
                                        Outcome.valueOf(row.getString("outcome")),
                                        row.getString("words"),
                                        row.getTimestamp("told_at").toInstant(),
                                        row.getObject("evidence_id", java.util.UUID.class))),
                        id)
                .stream()
                .findFirst();
    }

    /** Ends a delivery that stands open; whether it told a full state. */
    boolean settle(Delivery delivery, DeliveryState end, @Nullable String reason, Acknowledgement told) {
        Boolean full = jdbc.queryForObject(SETTLE, Boolean.class, end.name(), reason, told.words(), delivery.id());
        jdbc.update(
                "insert into delivery_attempt (delivery_id, number, asked, outcome, reason, detail, evidence_id)"
                        + " values (?, ?, true, ?, ?, left(?, 2000), ?)",
                delivery.id(),
                delivery.attempts(),
                end.name(),
                reason,
                told.words(),
                told.evidenceId());
        return Boolean.TRUE.equals(full);
    }

    /** Puts in doubt what was handed over and not acknowledged in time. */
    int doubtOverdue() {
        String offset = clock.offset().toMillis() + " milliseconds";
        return jdbc.update(OVERDUE, Reason.UNACKNOWLEDGED.code(), offset, offset, offset);
    }
}
