package vn.lienthong.inbox.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/**
 * Whose turn it is to push to a receiver: one node's, under a lease that others take over once it ends. Every change is
 * fenced by the lease's token.
 */
@Repository
class TurnRepository {
    private static final String TAKE = """
            update inbox_callback c set lease_token = ?, lease_until = clock_timestamp() + ?::interval
            from (select address from inbox_callback
                where disabled_at is null and due_at <= clock_timestamp() + ?::interval
                and (lease_until is null or lease_until < clock_timestamp())
                and (select true from inbox_entry e where e.address = inbox_callback.address
                    and e.acknowledged_at is null limit 1)
                order by due_at limit ? for update skip locked) due
            where c.address = due.address
            returning c.address, c.url, c.secret, c.faults
            """;

    private static final int KEPT = 50;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;
    private final GatewayClock clock;
    private final CallbackProperties settings;

    TurnRepository(JdbcTemplate jdbc, DataSeal seal, GatewayClock clock, CallbackProperties settings) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
        this.settings = settings;
    }

    /** Takes the turn for receivers for whom something waits, those that wait for longest first. */
    List<Turn> take(UUID token, int most) {
        return jdbc.query(
                TAKE,
                (row, number) -> new Turn(
                        token,
                        row.getString("address"),
                        row.getString("url"),
                        row.getBytes("secret"),
                        row.getInt("faults")),
                token,
                text(settings.leaseLength()),
                text(clock.offset()),
                most);
    }

    /** The secret that the receiver shares with us. */
    SigningSecret secret(Turn turn) {
        return new SigningSecret(seal.open(turn.sealedSecret(), CallbackRepository.context(turn.address())));
    }

    /** Keeps the turn for one more push; false when somebody else has it or the receiver wants something else now. */
    boolean keep(Turn turn) {
        return jdbc.update(
                        "update inbox_callback set lease_until = clock_timestamp() + ?::interval"
                                + " where address = ? and lease_token = ?",
                        text(settings.leaseLength()),
                        turn.address(),
                        turn.token())
                == 1;
    }

    /** Lets others go on; the receiver goes behind all that wait already. */
    void giveBack(Turn turn) {
        jdbc.update(
                "update inbox_callback set lease_token = null, lease_until = null,"
                        + " due_at = greatest(due_at, clock_timestamp() + ?::interval)"
                        + " where address = ? and lease_token = ?",
                text(clock.offset()),
                turn.address(),
                turn.token());
    }

    /** Notes that a push was received; false when the turn was lost, and nothing is noted. */
    boolean received(Turn turn) {
        return jdbc.update(
                        "update inbox_callback set faults = 0, failing_since = null where address = ? and lease_token = ?",
                        turn.address(),
                        turn.token())
                == 1;
    }

    /** Notes that a push came to nothing, and when to try again. Pushing ends for good once it failed for too long. */
    Optional<Failed> failed(Turn turn, Duration pause) {
        return jdbc
                .query(
                        "update inbox_callback set faults = faults + 1,"
                                + " failing_since = coalesce(failing_since, clock_timestamp() + ?::interval),"
                                + " due_at = clock_timestamp() + ?::interval"
                                + " where address = ? and lease_token = ? returning coalesce(failing_since"
                                + " < clock_timestamp() + ?::interval - ?::interval, false) as over",
                        (row, number) -> new Failed(row.getBoolean(1)),
                        text(clock.offset()),
                        text(clock.offset().plus(pause)),
                        turn.address(),
                        turn.token(),
                        text(clock.offset()),
                        text(settings.giveUpAfter()))
                .stream()
                .findFirst();
    }

    /** Ends pushing until the receiver registers anew. */
    boolean disable(Turn turn, DisabledReason reason) {
        return jdbc.update(
                        "update inbox_callback set disabled_at = clock_timestamp() + ?::interval, disabled_reason = ?"
                                + " where address = ? and lease_token = ?",
                        text(clock.offset()),
                        reason.name(),
                        turn.address(),
                        turn.token())
                == 1;
    }

    /** Keeps the push for those who look, and only the last ones. */
    void note(String address, UUID item, Push push) {
        jdbc.update(
                "insert into inbox_callback_attempt (address, item_id, at, outcome, status, detail, milliseconds)"
                        + " values (?, ?, clock_timestamp() + ?::interval, ?, ?, ?, ?)",
                address,
                item,
                text(clock.offset()),
                push.outcome().name(),
                push.status(),
                push.detail(),
                (int) Math.min(Integer.MAX_VALUE, push.took().toMillis()));
        jdbc.update(
                "delete from inbox_callback_attempt where address = ? and number <= (select number"
                        + " from inbox_callback_attempt where address = ? order by number desc offset ? limit 1)",
                address,
                address,
                KEPT);
    }

    private static String text(Duration length) {
        return length.toMillis() + " milliseconds";
    }

    /** The right to push to a receiver. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Turn(UUID token, String address, String url, byte[] sealedSecret, int faults) {}

    /** A fault that was noted; {@code over}: the receiver has failed for too long. */
    record Failed(boolean over) {}
}
