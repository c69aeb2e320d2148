package vn.lienthong.inbox.callback;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code inbox_callback} as receivers see and change it. */
@Repository
class CallbackRepository {
    /** Whoever pushes at this moment to the former address loses the lease with it: what it writes down is dropped. */
    private static final String PUT = """
            insert into inbox_callback (address, url, secret, registered_at, registered_by, due_at)
            values (?, ?, ?, clock_timestamp() + ?::interval, ?, clock_timestamp() + ?::interval)
            on conflict (address) do update set url = excluded.url, secret = excluded.secret,
                registered_at = excluded.registered_at, registered_by = excluded.registered_by, due_at = excluded.due_at,
                faults = 0, failing_since = null, lease_token = null, lease_until = null, disabled_at = null,
                disabled_reason = null
            """;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;
    private final GatewayClock clock;

    CallbackRepository(JdbcTemplate jdbc, DataSeal seal, GatewayClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    void put(String address, String url, SigningSecret secret, String by) {
        String offset = clock.offset().toMillis() + " milliseconds";
        jdbc.update(PUT, address, url, seal.seal(secret.key(), context(address)), offset, by, offset);
    }

    boolean remove(String address) {
        jdbc.update("delete from inbox_callback_attempt where address = ?", address);
        return jdbc.update("delete from inbox_callback where address = ?", address) == 1;
    }

    Optional<Callback> find(String address) {
        return jdbc
                .query(
                        "select address, url, registered_at, registered_by, faults, failing_since, due_at, disabled_at,"
                                + " disabled_reason from inbox_callback where address = ?",
                        CallbackRepository::read,
                        address)
                .stream()
                .findFirst();
    }

    /** The last pushes, newest first. */
    List<PastPush> pushes(String address, int most) {
        return jdbc.query(
                "select item_id, at, outcome, status, detail, milliseconds from inbox_callback_attempt where address = ?"
                        + " order by number desc limit ?",
                (row, number) -> new PastPush(
                        row.getObject(1, java.util.UUID.class),
                        row.getTimestamp(2).toInstant(),
                        PushOutcome.valueOf(row.getString(3)),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getInt(6)),
                address,
                most);
    }

    /** What binds the sealed secret to its row. */
    static byte[] context(String address) {
        return ("inbox-callback:" + address).getBytes(StandardCharsets.UTF_8);
    }

    private static Callback read(ResultSet row, int number) throws SQLException {
        String reason = row.getString("disabled_reason");
        return new Callback(
                row.getString("address"),
                row.getString("url"),
                row.getTimestamp("registered_at").toInstant(),
                row.getString("registered_by"),
                row.getInt("faults"),
                instant(row, "failing_since"),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "disabled_at"),
                reason == null ? null : DisabledReason.valueOf(reason));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
