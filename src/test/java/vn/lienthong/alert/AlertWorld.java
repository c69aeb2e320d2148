package vn.lienthong.alert;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

/** A database of incidents, alarms that a test sets, and a channel that keeps what it was told. */
final class AlertWorld implements AutoCloseable {
    static final AlertProperties SETTINGS = new AlertProperties(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofHours(12),
            3,
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Set.of("EVIDENCE-"),
            Duration.ofDays(365),
            URI.create("https://truc.tinh.vn"),
            null,
            null,
            null);

    final SettableClock clock = new SettableClock();
    private final SingleConnectionDataSource connection = oneConnection();
    final JdbcTemplate jdbc = new JdbcTemplate(connection);
    final Told told = new Told();
    final AlertConfiguration.Channels channels = new AlertConfiguration.Channels(List.of(told));
    final IncidentRepository incidents = new IncidentRepository(jdbc, clock);
    final TellingRepository messages = new TellingRepository(jdbc, clock, channels);
    final TellingSender sender = new TellingSender(messages, channels);
    List<Alarm> alarms = List.of();
    boolean blind;

    /** A node's watch. */
    final IncidentWatch watch = watch();

    IncidentWatch watch() {
        return new IncidentWatch(
                List.of(this::alarms),
                incidents,
                messages,
                SETTINGS,
                clock,
                new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource())));
    }

    private static SingleConnectionDataSource oneConnection() {
        TestDatabase database = TestDatabase.fresh();
        return new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    }

    private List<Alarm> alarms() {
        if (blind) {
            throw new IllegalStateException("cannot be looked at");
        }
        return alarms;
    }

    static Alarm alarm(String cause, long count) {
        return new Alarm(
                cause,
                false,
                new Bilingual("Cổng không trả lời", "The portal does not answer"),
                new Bilingual("Kiểm tra mạng", "Check the network"),
                count,
                "/deliveries?partner=portal");
    }

    /** Lets a minute pass and looks, so many times; what was told in that time. */
    List<Telling> minutes(int number) {
        told.all.clear();
        for (int minute = 0; minute < number; minute++) {
            clock.advance(Duration.ofMinutes(1));
            watch.look();
            sender.send();
        }
        return List.copyOf(told.all);
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /** A channel that keeps what it was told, or refuses. */
    static final class Told implements Channel {
        final List<Telling> all = new ArrayList<>();
        boolean broken;

        @Override
        public String name() {
            return "test";
        }

        @Override
        public void send(Telling telling) throws IOException {
            if (broken) {
                throw new IOException("no line");
            }
            all.add(telling);
        }
    }
}
