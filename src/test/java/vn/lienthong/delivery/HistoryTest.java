package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.partner.TestPartners;

/** Ended deliveries leave the queue and stay readable; old months go. */
class HistoryTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.batch=50"));
    private static final String DOSSIER = "H15.24133-261122-0001";

    private final HistoryRepository history = WORLD.get(HistoryRepository.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void letsWhatIsConfirmedLeaveAtOnce() {
        long sent = WORLD.state(DOSSIER, 1);

        WORLD.send(DeliveryWorld.STATE, new DeliveryOutcome.Confirmed());

        assertThat(rowsIn("delivery")).isEmpty();
        assertThat(rowsIn("delivery_finished")).containsExactly(sent);
    }

    @Test
    void movesWhatWasCalledOff_andLeavesWhatWaits() {
        long off = cancelled(DOSSIER, 1);
        long waits = WORLD.state(DOSSIER, 2);
        long young = cancelled("H15.24133-261122-0002", 1);
        age(off);

        assertThat(history.move()).isEqualTo(1);

        assertThat(rowsIn("delivery")).containsExactly(waits, young);
        assertThat(rowsIn("delivery_finished")).containsExactly(off);
        assertThat(history.move()).isZero();
    }

    @Test
    void leavesRefusedAndParkedBeforeTheirPerson() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(DeliveryWorld.STATE, new DeliveryOutcome.Refused(Reason.CONTENT_REFUSED, "-1", null));
        WORLD.jdbc().execute("update delivery set changed_at = changed_at - interval '1 hour'");

        assertThat(history.move()).isZero();
    }

    @Test
    void showsAMovedDeliveryLikeAnyOther() {
        long off = cancelled(DOSSIER, 1);
        age(off);
        Delivery before = WORLD.delivery(off);
        history.move();

        Deliveries deliveries = WORLD.get(Deliveries.class);
        assertThat(rowsIn("delivery")).isEmpty();
        assertThat(WORLD.delivery(off)).isEqualTo(before);
        assertThat(deliveries.ofDossier(DOSSIER)).containsExactly(before);
        assertThat(deliveries.ofEvents(List.of(DOSSIER), List.of(before.eventId())))
                .containsEntry(before.eventId(), List.of(before));
        assertThat(deliveries
                        .search(new DeliveryFilter(null, DeliveryState.CANCELLED, null, DOSSIER, null, 10))
                        .items())
                .containsExactly(before);
    }

    @Test
    void showsAConfirmedDeliveryWithAllItHad() {
        long sent = WORLD.state(DOSSIER, 1);
        Delivery before = WORLD.delivery(sent);
        WORLD.send(DeliveryWorld.STATE, new DeliveryOutcome.Confirmed("0"));

        Delivery after = WORLD.delivery(sent);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("state", "attempts", "partnerCode", "changedAt")
                .isEqualTo(before);
        assertThat(after.state()).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(after.attempts()).isEqualTo(1);
        assertThat(after.partnerCode()).isEqualTo("0");
        assertThat(WORLD.get(Deliveries.class).attempts(List.of(sent))).hasSize(1);
    }

    @Test
    void goesOnInTheLaneOfAConfirmedDelivery() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(DeliveryWorld.STATE, new DeliveryOutcome.Confirmed());
        long step = WORLD.step(DOSSIER, 2);

        assertThat(WORLD.claimedIds(DeliveryWorld.STEP)).containsExactly(step);
    }

    @Test
    void dropsMonthsWhoseTimeIsOver_andMakesThoseToCome() {
        String past = "delivery_finished_y2001m05";
        WORLD.jdbc()
                .execute("create table " + past + " partition of delivery_finished"
                        + " for values from ('2001-05-01T00:00Z') to ('2001-06-01T00:00Z')");
        YearMonth now = YearMonth.from(WORLD.clock.now().atZone(ZoneOffset.UTC));

        history.turnMonths();

        assertThat(parts())
                .doesNotContain(past)
                .contains(part(now), part(now.plusMonths(1)), part(now.plusMonths(2)), "delivery_finished_other");
        assertThat(WORLD.jdbc().queryForObject("select count(*) from delivery_finished_other", Long.class))
                .isZero();
    }

    @Test
    void makesLaterMonthsAsTimePasses() {
        YearMonth now = YearMonth.from(WORLD.clock.now().atZone(ZoneOffset.UTC));
        WORLD.clock.advance(Duration.ofDays(70));

        history.turnMonths();

        assertThat(parts()).contains(part(now.plusMonths(4)));
    }

    private static String part(YearMonth month) {
        return "delivery_finished_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static List<String> parts() {
        return WORLD.jdbc()
                .queryForList(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'delivery_finished'::regclass",
                        String.class);
    }

    private static List<Long> rowsIn(String table) {
        return WORLD.jdbc().queryForList("select id from " + table + " order by id", Long.class);
    }

    private static long cancelled(String dossier, int version) {
        long id = WORLD.state(dossier, version);
        WORLD.get(OperatorActs.class).act(HandAct.CANCEL, id, TestAccess.operator(OperatorRole.LEAD), "gửi nhầm", null);
        return id;
    }

    private static void age(long id) {
        WORLD.jdbc().update("update delivery set changed_at = changed_at - interval '2 minutes' where id = ?", id);
    }
}
