package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lienthong.partner.TestPartners;

/** A claim never waits for a row: whoever holds it may be waiting for one that the claim has taken. */
class ClaimBesideLocksTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.batch=50"));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesTheOthersAtOnce_andLeavesALockedHintAlone() throws SQLException {
        long free = WORLD.state("H15.24133-261122-0001", 1);
        long first = WORLD.state("H15.24133-261122-0002", 1, "ACCEPTED");
        long misled = WORLD.state("H15.24133-261122-0002", 2, "IN_PROGRESS");
        WORLD.jdbc().update("update delivery set head = true where id = ?", misled);

        try (Connection other = WORLD.pool.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from delivery where id in (" + first + ", " + misled + ") for update");

            List<Long> claimed = WORLD.claimedIds(STATE);

            assertThat(claimed).containsExactly(free);
            other.rollback();
        }
        assertThat(WORLD.claimedIds(STATE)).containsExactly(first);
        assertThat(WORLD.jdbc().queryForObject("select head from delivery where id = ?", Boolean.class, misled))
                .isFalse();
    }
}
