package vn.lienthong.citizen.tracker;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.DataSeal;

/** Opens the tracker for tests that run without the application. */
public final class TestTracker {
    private TestTracker() {}

    /** The tracker of this database. */
    public static DataTracker on(JdbcTemplate jdbc, DataSeal seal, TransactionTemplate transaction) {
        return new DataTracker(new TrackerRepository(jdbc, seal), transaction);
    }
}
