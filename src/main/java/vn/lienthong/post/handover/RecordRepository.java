package vn.lienthong.post.handover;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code post_record}. */
@Repository
class RecordRepository {
    static final String WAITING = "WAITING";
    static final String SEALED_WITHOUT_TIME = "SEALED_WITHOUT_TIME";
    static final String SEALED = "SEALED";

    /** Longer than sealing can take; a node that died meanwhile is followed by another. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcTemplate jdbc;
    private final DataSeal seal;
    private final GatewayClock clock;

    RecordRepository(JdbcTemplate jdbc, DataSeal seal, GatewayClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** A record that has no seal yet, or one without a time-stamp. */
    record Unsealed(
            UUID handover,
            String client,
            String state,
            int attempts,
            @Nullable String trouble,
            Instant askedAt) {}

    /** A record as its reader finds it; without a PDF while it waits. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Kept(String state, byte @Nullable [] pdf) {}

    /** Asks for the record of this hand-over, in the caller's transaction. */
    void request(UUID handover) {
        jdbc.update(
                "insert into post_record (handover_id, state, due_at) values (?, ?, clock_timestamp() + ?::interval)",
                handover,
                WAITING,
                interval(clock.offset()));
    }

    /** Takes the next record whose time has come, for one node alone. */
    Optional<Unsealed> take() {
        return jdbc
                .query(
                        "update post_record r set attempts = attempts + 1, due_at = clock_timestamp() + ?::interval"
                                + " from post_handover h where h.id = r.handover_id and r.handover_id ="
                                + " (select handover_id from post_record where due_at <= clock_timestamp() + ?::interval"
                                + " order by due_at limit 1 for update skip locked)"
                                + " returning r.handover_id, h.client, r.state, r.attempts, r.trouble, h.signed_at",
                        (row, number) -> new Unsealed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getTimestamp(6).toInstant()),
                        interval(LEASE.plus(clock.offset())),
                        interval(clock.offset()))
                .stream()
                .findFirst();
    }

    /**
     * Keeps a sealed record, in the caller's transaction; the first version stays beside the second.
     *
     * @param again when the time-stamp is asked for once more; null when nothing is left to do
     * @return false when another node was quicker
     */
    boolean sealed(Unsealed record, String next, byte[] pdf, @Nullable Duration again) {
        return jdbc.update(
                        "update post_record set state = ?, first_pdf = pdf, pdf = ?, trouble = null,"
                                + " made_at = clock_timestamp(), due_at = clock_timestamp() + ?::interval"
                                + " where handover_id = ? and state = ?",
                        next,
                        seal.seal(pdf, context(record.handover())),
                        again == null ? null : interval(again.plus(clock.offset())),
                        record.handover(),
                        record.state())
                == 1;
    }

    /** Notes why there is no seal yet, and when it is tried again. */
    void postpone(Unsealed record, String trouble, Duration pause) {
        jdbc.update(
                "update post_record set trouble = ?, due_at = clock_timestamp() + ?::interval"
                        + " where handover_id = ? and state = ?",
                trouble,
                interval(pause.plus(clock.offset())),
                record.handover(),
                record.state());
    }

    Kept find(UUID handover) {
        return jdbc.query(
                        "select state, pdf from post_record where handover_id = ?",
                        (row, number) -> {
                            byte[] pdf = row.getBytes(2);
                            return new Kept(row.getString(1), pdf == null ? null : seal.open(pdf, context(handover)));
                        },
                        handover)
                .getFirst();
    }

    /** How many wait for a seal. */
    long waiting() {
        Long count = jdbc.queryForObject("select count(*) from post_record where state = 'WAITING'", Long.class);
        return count == null ? 0 : count;
    }

    private static byte[] context(UUID handover) {
        return ("handover:record:" + handover).getBytes(StandardCharsets.US_ASCII);
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
