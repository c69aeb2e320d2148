package vn.lienthong.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/** The one incident that cannot be kept in the database: that it does not answer. Each node tells of it by itself. */
@Component
class DatabaseAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAlarm.class);

    private final JdbcTemplate jdbc;
    private final List<Channel> channels;
    private final AlertProperties settings;
    private final GatewayClock clock;
    /** Channels that know of the outage. */
    private final Set<String> know = new HashSet<>();

    private @Nullable Instant since;

    DatabaseAlarm(
            JdbcTemplate jdbc, AlertConfiguration.Channels channels, AlertProperties settings, GatewayClock clock) {
        this.jdbc = jdbc;
        this.channels = List.copyOf(channels.all());
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 30_000)
    synchronized void look() {
        Instant now = clock.now();
        if (answers()) {
            Instant began = since;
            if (began != null && channels.stream().noneMatch(channel -> unfinished(channel, began, now))) {
                since = null;
            }
            return;
        }
        if (since == null) {
            since = now;
        }
        Instant began = since;
        if (!began.isAfter(now.minus(settings.hold()))) {
            channels.stream()
                    .filter(channel -> !know.contains(channel.name()))
                    .filter(channel ->
                            told(channel, new Telling(now, List.of(incident(began, null)), List.of(), List.of())))
                    .forEach(channel -> know.add(channel.name()));
        }
    }

    /** Whether this channel still has to be told that it is over. */
    private boolean unfinished(Channel channel, Instant began, Instant now) {
        if (!know.contains(channel.name())) {
            return false;
        }
        if (told(channel, new Telling(now, List.of(), List.of(), List.of(incident(began, now))))) {
            know.remove(channel.name());
            return false;
        }
        return true;
    }

    private boolean answers() {
        try {
            jdbc.queryForObject("select 1", Integer.class);
            return true;
        } catch (DataAccessException away) {
            return false;
        }
    }

    private static boolean told(Channel channel, Telling telling) {
        try {
            channel.send(telling);
            return true;
        } catch (Exception failure) {
            LOG.warn("Chưa báo được sự cố qua {} / could not be told yet", channel.name(), failure);
            return false;
        }
    }

    private static Incident incident(Instant began, @Nullable Instant over) {
        return new Incident(
                Ids.next(),
                "database",
                new Bilingual(
                        "Cơ sở dữ liệu không trả lời nút " + DoctorAlarms.host()
                                + ": tạm ngừng nhận (503), điều đã trả lời 202 không mất.",
                        "The database does not answer the node " + DoctorAlarms.host()
                                + ": intake pauses (503), what was answered 202 is safe."),
                new Bilingual(
                        "Kiểm tra máy chủ PostgreSQL, đĩa và mạng; trục tự chạy tiếp khi nó trở lại.",
                        "Check the PostgreSQL server, its disk and the network; the gateway goes on by itself."),
                "/doctor",
                1,
                began,
                over == null ? began : over,
                began,
                over);
    }
}
