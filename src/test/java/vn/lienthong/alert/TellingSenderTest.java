package vn.lienthong.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.alert.AlertWorld.alarm;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TellingSenderTest {
    private final AlertWorld world = new AlertWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @BeforeEach
    void somethingIsWrong() {
        world.told.broken = true;
        world.alarms = List.of(alarm("waiting:portal", 3));
        world.minutes(5);
        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void triesAgainLater_untilItIsTold_once() {
        world.told.broken = false;
        world.clock.advance(Duration.ofHours(1));

        world.sender.send();
        world.sender.send();

        assertThat(world.told.all).hasSize(1);
        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void givesUp_whereNobodyListensForADay() {
        for (int round = 0; round < 40; round++) {
            world.clock.advance(Duration.ofHours(1));
            world.sender.send();
        }

        assertThat(state()).isEqualTo("given up");
    }

    @Test
    void whoeverTookAMessageHasIt_untilItsLeaseEnds() {
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.messages.take()).hasSize(1);
        assertThat(world.messages.take()).isEmpty();

        world.clock.advance(Duration.ofMinutes(11));

        assertThat(world.messages.take()).hasSize(1);
    }

    @Test
    void dropsWhatAChannelWasToTell_thatIsNoLongerSetUp() {
        world.clock.advance(Duration.ofHours(1));

        new TellingSender(
                        world.messages,
                        new AlertConfiguration.Channels(List.of(new TextMessageChannel(
                                new AlertProperties.TextMessage(
                                        java.net.URI.create("http://127.0.0.1:1/"),
                                        List.of("0900000001"),
                                        "{text}",
                                        "text/plain",
                                        false,
                                        "Authorization",
                                        null),
                                0))))
                .send();

        assertThat(state()).isEqualTo("given up");
    }

    @Test
    void theDatabasesOwnSilence_isToldWithoutIt_andItsEndToo() {
        world.told.broken = false;
        SwitchedDatabase database = new SwitchedDatabase();
        DatabaseAlarm alarm = new DatabaseAlarm(database, world.channels, AlertWorld.SETTINGS, world.clock);
        alarm.look();
        world.clock.advance(Duration.ofMinutes(1));
        alarm.look();
        assertThat(world.told.all).isEmpty();
        world.clock.advance(Duration.ofMinutes(2));
        world.told.broken = true;
        alarm.look();
        world.told.broken = false;
        alarm.look();
        alarm.look();

        assertThat(world.told.all)
                .singleElement()
                .satisfies(telling -> assertThat(telling.opened())
                        .singleElement()
                        .satisfies(one -> assertThat(one.what().vi()).startsWith("Cơ sở dữ liệu không trả lời")));

        database.answers = true;
        alarm.look();
        alarm.look();
        assertThat(world.told.all).hasSize(2);
        assertThat(world.told.all.getLast().over()).hasSize(1);
    }

    private String state() {
        return String.valueOf(world.jdbc.queryForObject(
                "select case when sent_at is not null then 'sent' when given_up_at is not null then 'given up'"
                        + " else 'waiting' end from alert_message",
                String.class));
    }

    /** A database that does not answer until it is let. */
    private final class SwitchedDatabase extends JdbcTemplate {
        private boolean answers;

        SwitchedDatabase() {
            super(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nobody"));
        }

        @Override
        public <T> T queryForObject(String sql, Class<T> type) {
            return answers ? world.jdbc.queryForObject(sql, type) : super.queryForObject(sql, type);
        }
    }
}
