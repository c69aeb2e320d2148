package vn.lienthong.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/** The table {@code alert_message}: what is still to be told, by which channel. */
@Repository
class TellingRepository {
    private static final String TAKE = """
            update alert_message m set lease_until = ?, attempts = m.attempts + 1
            from (select id from alert_message where sent_at is null and given_up_at is null and due_at <= ?
                and (lease_until is null or lease_until < ?) order by due_at limit 5 for update skip locked) due
            where m.id = due.id
            returning m.id, m.channel, m.telling, m.attempts
            """;

    /** Longer than a message can take on its way. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;
    private final List<String> channels;

    TellingRepository(JdbcTemplate jdbc, GatewayClock clock, AlertConfiguration.Channels channels) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.channels = channels.all().stream().map(Channel::name).toList();
    }

    /** Keeps what is to be told, once for each channel. */
    void add(Telling telling) {
        Timestamp now = now(Duration.ZERO);
        byte[] body = write(telling);
        channels.forEach(channel -> jdbc.update(
                "insert into alert_message (id, channel, telling, made_at, due_at) values (?, ?, ?, ?, ?)",
                Ids.next(),
                channel,
                body,
                now,
                now));
    }

    /** How many messages were made in the last hour for the channel that got most. */
    int inLastHour() {
        Integer most = jdbc.queryForObject(
                "select coalesce(max(n), 0) from (select count(*) as n from alert_message where made_at > ?"
                        + " group by channel) made",
                Integer.class,
                now(Duration.ofHours(-1)));
        return most == null ? 0 : most;
    }

    /** Takes messages that are due, for this node alone. */
    List<Due> take() {
        return jdbc.query(
                TAKE,
                (row, number) ->
                        new Due(row.getObject(1, UUID.class), row.getString(2), read(row.getBytes(3)), row.getInt(4)),
                now(LEASE),
                now(Duration.ZERO),
                now(Duration.ZERO));
    }

    void sent(UUID id) {
        jdbc.update(
                "update alert_message set sent_at = ?, lease_until = null, detail = null where id = ?",
                now(Duration.ZERO),
                id);
    }

    void failed(UUID id, Duration pause, String detail) {
        jdbc.update(
                "update alert_message set due_at = ?, lease_until = null, detail = ? where id = ?",
                now(pause),
                detail,
                id);
    }

    void giveUp(UUID id, String detail) {
        jdbc.update(
                "update alert_message set given_up_at = ?, lease_until = null, detail = ? where id = ?",
                now(Duration.ZERO),
                detail,
                id);
    }

    int forget(Duration keep) {
        return jdbc.update("delete from alert_message where made_at < ?", now(keep.negated()));
    }

    private Timestamp now(Duration later) {
        return Timestamp.from(clock.now().plus(later));
    }

    private static byte[] write(Telling telling) {
        try {
            return JSON.writeValueAsBytes(telling);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record always writes", impossible);
        }
    }

    private static Telling read(byte[] body) {
        try {
            return JSON.readValue(body, Telling.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A message whose turn has come. */
    record Due(UUID id, String channel, Telling telling, int attempts) {}
}
