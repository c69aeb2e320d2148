package vn.lienthong.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.TestDatabase;

/** What was acknowledged stays readable for a while, then goes; what waits stays much longer. */
class RetentionTest {
    private static final InboxWorld WORLD =
            new InboxWorld(TestDatabase.fresh(), Map.of("keep", "10d", "keep-waiting", "100d"));
    private static final String DEPARTMENT = "H15.02";

    private final RetentionRepository retention = WORLD.get(RetentionRepository.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
    }

    @Test
    void keepsWhatWasAcknowledged_forItsTime() {
        acknowledged("H15", DEPARTMENT);
        WORLD.pass(Duration.ofDays(9));

        retention.sweep();

        assertThat(WORLD.after(DEPARTMENT, 0)).hasSize(1);
    }

    @Test
    void removesWhatEverybodyAcknowledged_wholly() {
        acknowledged("H15", DEPARTMENT);
        WORLD.pass(Duration.ofDays(11));

        retention.sweep();

        assertThat(WORLD.tables("inbox_entry", "inbox_item")).isEmpty();
    }

    @Test
    void keepsTheItem_forAnotherInboxWhereItWaits() {
        acknowledged(DEPARTMENT);
        WORLD.pass(Duration.ofDays(11));

        retention.sweep();

        assertThat(WORLD.after(DEPARTMENT, 0)).isEmpty();
        assertThat(WORLD.subjects("H15")).containsExactly("a");
    }

    @Test
    void removesWhatNobodyFetched_afterAMuchLongerTime() {
        WORLD.tell(DEPARTMENT, "a");
        WORLD.waiting(DEPARTMENT);
        WORLD.jdbc().update("update inbox_item set placed_at = placed_at - interval '101 days'");
        WORLD.tell(DEPARTMENT, "young");
        WORLD.waiting(DEPARTMENT);

        retention.sweep();

        assertThat(WORLD.subjects(DEPARTMENT)).containsExactly("young");
        assertThat(WORLD.subjects("H15")).containsExactly("young");
    }

    @Test
    void givesPositionsThatRise_evenOnceEverythingWasRemoved() {
        acknowledged("H15", DEPARTMENT);
        long before = WORLD.after(DEPARTMENT, 0).getLast().position();
        WORLD.pass(Duration.ofDays(11));
        retention.sweep();

        WORLD.tell(DEPARTMENT, "later");

        assertThat(WORLD.waiting(DEPARTMENT).getFirst().position()).isGreaterThan(before);
    }

    private static void acknowledged(String... addresses) {
        WORLD.tell(DEPARTMENT, "a");
        for (String address : addresses) {
            WORLD.acknowledge(address, WORLD.waiting(address).getFirst().id());
        }
    }
}
