package vn.lienthong.delivery.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.testing.TestDatabase;

/** What is counted once for the charts, on a real database. */
class TallyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final DataSource source = DATABASE.dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final TallyRepository rows = new TallyRepository(jdbc);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));

    @BeforeEach
    void clear() {
        jdbc.update("truncate delivery_finished, delivery, delivery_tally, delivery_tally_end, delivery_stock_tally");
    }

    @Test
    void countsEachConfirmation_inItsHour_withItsLagAndItsLegalTime() {
        ended("portal", "CONFIRMED", "3 hours", "5 seconds", "infinity");
        ended("portal", "CONFIRMED", "3 hours", "90 seconds", "+1 day");
        ended("portal", "CONFIRMED", "3 hours", "3 hours", "-1 day");
        ended("post", "CONFIRMED", "1 minute", "1 second", "infinity");
        ended("portal", "CANCELLED", "3 hours", "5 seconds", "infinity");

        count();

        TallyReport report = rows.report(24, null);
        assertThat(report.hours()).hasSize(24);
        assertThat(report.total().confirmed()).isEqualTo(4);
        Tallied portal = rows.report(24, "portal").total();
        assertThat(portal.confirmed()).isEqualTo(3);
        assertThat(portal.onTimeShare()).hasValue(0.5);
        assertThat(portal.within(0.5)).isEqualTo(Duration.ofSeconds(128));
        assertThat(portal.within(0.95)).isEqualTo(Duration.ofSeconds(16384));
        assertThat(report.partners().keySet()).containsExactly("portal", "post");
        assertThat(rows.lastDay().get("post").stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1);
        assertThat(rows.lastDay()).containsOnlyKeys("portal", "post");
    }

    @Test
    void comesToTheSame_howeverOftenItCounts() {
        ended("portal", "CONFIRMED", "5 minutes", "5 seconds", "infinity");
        ended("portal", "CONFIRMED", "4 days", "5 seconds", "infinity");

        count();
        count();
        TallyReport first = rows.report(168, null);
        ended("portal", "CONFIRMED", "5 minutes", "5 seconds", "infinity");
        count();

        assertThat(first.total().confirmed()).isEqualTo(2);
        assertThat(rows.report(168, null).total().confirmed()).isEqualTo(3);
    }

    @Test
    void countsWhatAPersonMarkedDone_beforeItHasLeftTheQueue_once() {
        ended("portal", "CONFIRMED", "2 minutes", "5 seconds", "infinity");
        jdbc.update("insert into delivery overriding system value select * from delivery_finished");
        jdbc.update("truncate delivery_finished");

        count();
        jdbc.update("insert into delivery_finished select * from delivery");
        jdbc.update("delete from delivery");
        count();

        assertThat(rows.report(24, null).total().confirmed()).isEqualTo(1);
    }

    @Test
    void doesNotCountAgain_whatIsSettled() {
        ended("portal", "CONFIRMED", "2 hours", "5 seconds", "infinity");
        count();
        jdbc.update("truncate delivery_finished");
        count();

        assertThat(rows.report(24, null).total().confirmed()).isEqualTo(1);
        Instant end = rows.report(24, null).countedUntil();
        assertThat(end)
                .isBetween(Instant.now().minusSeconds(1600), Instant.now().minusSeconds(800));
    }

    @Test
    void leavesNothingHalfCounted_whenItDiesInBetween() {
        ended("portal", "CONFIRMED", "7 days", "5 seconds", "infinity");
        transaction.executeWithoutResult(status -> {
            rows.countNext();
            status.setRollbackOnly();
        });
        assertThat(rows.report(168, null).countedUntil()).isNull();

        count();

        assertThat(jdbc.queryForObject("select sum(confirmed) from delivery_tally", Long.class))
                .isEqualTo(1);
    }

    @Test
    void letsOneNodeCountAtATime() {
        transaction.executeWithoutResult(status -> {
            assertThat(rows.locked()).isTrue();
            assertThat(new TallyRepository(new JdbcTemplate(DATABASE.dataSource())).locked())
                    .as("on a connection of its own")
                    .isFalse();
        });
    }

    @Test
    void keepsTheHighest_ofSeveralLooksAtWhatStandsUnfinished() {
        rows.noteStock(
                Map.of("portal", new Stock(40, 2, Duration.ofMinutes(9)), "post", new Stock(1, 0, Duration.ZERO)));
        rows.noteStock(Map.of("portal", new Stock(10, 3, Duration.ofMinutes(1))));

        Stock all = rows.report(24, null).hours().getLast().stock();
        assertThat(all).isEqualTo(new Stock(41, 3, Duration.ofMinutes(9)));
        assertThat(rows.report(24, "civil-status").hours().getLast().stock()).isEqualTo(new Stock(0, 0, Duration.ZERO));
        assertThat(rows.report(24, null).hours().getFirst().stock()).isNull();
    }

    private void count() {
        while (Boolean.TRUE.equals(transaction.execute(status -> rows.locked() && rows.countNext()))) {
            assertThat(rows.report(24, null)).isNotNull();
        }
    }

    private void ended(String partner, String state, String ago, String lag, String due) {
        jdbc.update(
                "insert into delivery_finished (id, partner, kind, dossier_number, event_id, version, full_state, status,"
                        + " agency, unit_code, legal_due, state, head, due_at, created_at, changed_at)"
                        + " select coalesce((select max(id) from delivery_finished), 0) + 1, ?, 'dossier',"
                        + " 'H15.24133-261121-1', gen_random_uuid(), 1, true, 'ACCEPTED', 'H15', 'H15',"
                        + " case when ? = 'infinity' then 'infinity' else t + nullif(?, 'infinity')::interval end, ?, false, t,"
                        + " t - ?::interval, t from (select clock_timestamp() - ?::interval as t) as at",
                partner,
                due,
                due,
                state,
                lag,
                ago);
    }
}
