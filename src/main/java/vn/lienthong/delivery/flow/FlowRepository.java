package vn.lienthong.delivery.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code delivery_flow}. All times are the database's, so that nodes whose clocks differ agree. */
@Repository
class FlowRepository {
    private static final String NEXT_TURN = """
            insert into delivery_flow as f (partner, next_call_at) values (?, clock_timestamp() + ?::interval)
            on conflict (partner) do update
                set next_call_at = greatest(f.next_call_at, clock_timestamp()) + ?::interval
                where greatest(f.next_call_at, clock_timestamp()) <= clock_timestamp() + ?::interval
            returning extract(epoch from next_call_at - clock_timestamp() - ?::interval)
            """;

    private final JdbcTemplate jdbc;

    FlowRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Flow> all() {
        Map<String, Flow> found = new HashMap<>();
        jdbc.query(
                "select partner, paused_by, paused_at, paused_reason,"
                        + " extract(epoch from quiet_until - clock_timestamp()) as quiet from delivery_flow",
                row -> {
                    found.put(row.getString("partner"), read(row));
                });
        return found;
    }

    void pause(String partner, String who, String reason) {
        jdbc.update(
                "insert into delivery_flow (partner, paused_by, paused_at, paused_reason)"
                        + " values (?, ?, clock_timestamp(), ?) on conflict (partner) do update set"
                        + " paused_by = excluded.paused_by, paused_at = excluded.paused_at,"
                        + " paused_reason = excluded.paused_reason",
                partner,
                who,
                reason);
    }

    void resume(String partner) {
        jdbc.update(
                "update delivery_flow set paused_by = null, paused_at = null, paused_reason = null, quiet_until = null"
                        + " where partner = ?",
                partner);
    }

    void quiet(String partner, Duration wish) {
        jdbc.update(
                "insert into delivery_flow as f (partner, quiet_until) values (?, clock_timestamp() + ?::interval)"
                        + " on conflict (partner) do update set quiet_until = greatest(f.quiet_until, excluded.quiet_until)",
                partner,
                interval(wish));
    }

    /** Takes the next turn if it comes within this time; how long until it comes. */
    Optional<Duration> nextTurn(String partner, Duration apart, Duration within) {
        String interval = interval(apart);
        return jdbc
                .query(
                        NEXT_TURN,
                        (row, number) -> row.getDouble(1),
                        partner,
                        interval,
                        interval,
                        interval(within),
                        interval)
                .stream()
                .map(seconds -> Duration.ofNanos(Math.max(0, (long) (seconds * 1e9))))
                .findFirst();
    }

    private static String interval(Duration length) {
        return length.toNanos() / 1000 + " microseconds";
    }

    private static Flow read(ResultSet row) throws SQLException {
        Timestamp pausedAt = row.getTimestamp("paused_at");
        return new Flow(
                row.getString("paused_by"),
                pausedAt == null ? null : pausedAt.toInstant(),
                row.getString("paused_reason"),
                Duration.ofMillis((long) (Math.max(0, row.getDouble("quiet")) * 1000)));
    }

    /** What stands in a row; {@code quiet}: how much longer, zero when not. */
    record Flow(
            @Nullable String pausedBy,
            @Nullable Instant pausedAt,
            @Nullable String pausedReason,
            Duration quiet) {}
}
