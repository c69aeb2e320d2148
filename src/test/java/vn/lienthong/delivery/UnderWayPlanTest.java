package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.partner.TestPartners;

/** What is on its way is found without reading what has ended or waits for a person. */
class UnderWayPlanTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.settle=2s"));
    private static final Pattern PAGES = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void readsFewPages_whileFiftyThousandHaveEnded() {
        WORLD.jdbc()
                .update(
                        "insert into delivery (partner, kind, dossier_number, event_id, version, full_state, status, agency,"
                                + " unit_code, due_at, head, state) select 'portal', 'dossier', 'H15.24133-261121-' || i,"
                                + " gen_random_uuid(), 1, true, 'ACCEPTED', 'H15', 'H15', clock_timestamp(), true,"
                                + " case when i % 10 = 0 then 'PARKED' else 'CONFIRMED' end from generate_series(1, 50000) i");
        long old = WORLD.state("H15.24133-261122-0001", 1);
        long sent = WORLD.state("H15.24133-261122-0002", 1);
        WORLD.claim(STATE);
        WORLD.jdbc().update("update delivery set state = 'SENT', lease_node = null where id = ?", sent);
        WORLD.jdbc().execute("vacuum analyze delivery");

        assertThat(WORLD.get(Deliveries.class).underWay(later(Duration.ofMinutes(1)), 0, 10))
                .extracting(Delivery::id)
                .containsExactly(old, sent);
        assertThat(WORLD.get(Deliveries.class).underWay(later(Duration.ofMinutes(1)), old, 10))
                .extracting(Delivery::id)
                .containsExactly(sent);
        assertThat(WORLD.get(Deliveries.class).underWay(later(Duration.ofMinutes(-1)), 0, 10))
                .isEmpty();
        List<String> plan = WORLD.jdbc()
                .queryForList(
                        "explain (analyze, buffers, timing off) " + DeliveryRepository.UNDER_WAY,
                        String.class,
                        Timestamp.from(later(Duration.ofMinutes(1))),
                        0,
                        1000);
        Matcher pages = PAGES.matcher(String.join("\n", plan));
        assertThat(pages.find()).isTrue();
        assertThat(Integer.parseInt(pages.group(1))).as("%s", plan).isLessThan(100);
    }

    private static Instant later(Duration by) {
        return WORLD.clock.now().plus(by);
    }
}
