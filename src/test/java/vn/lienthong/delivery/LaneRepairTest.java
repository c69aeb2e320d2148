package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.partner.TestPartners;

/** A hint that was lost is found again, however many deliveries stand before it. */
class LaneRepairTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.coalesce=none"));

    private final LaneRepository lanes = WORLD.get(LaneRepository.class);

    @BeforeEach
    void empty() {
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void findsEveryLostTurn_partByPart() {
        for (int number = 1; number <= 5; number++) {
            WORLD.state("H15.24133-261121-000" + number, 1);
        }
        WORLD.get(JdbcTemplate.class).update("update delivery set head = false");
        assertThat(WORLD.claimedIds(STATE)).isEmpty();

        assertThat(lanes.repair(2)).isEqualTo(2);
        assertThat(lanes.repair(2)).isEqualTo(2);
        assertThat(lanes.repair(2)).isEqualTo(1);
        assertThat(lanes.repair(2)).isZero();
        assertThat(WORLD.claimedIds(STATE)).hasSize(5);
    }

    @Test
    void passesThoseThatRightlyWait_andBeginsAnewBehindTheLast() {
        for (int version = 1; version <= 5; version++) {
            WORLD.state("H15.24133-261121-0001", version);
        }
        assertThat(lanes.repair(2)).isZero();
        assertThat(lanes.repair(2)).isZero();
        WORLD.get(JdbcTemplate.class).update("update delivery set head = false");

        // behind the last part nothing is left, so the next turn begins with the first again
        assertThat(lanes.repair(2)).isZero();
        assertThat(lanes.repair(2)).isEqualTo(1);
    }
}
