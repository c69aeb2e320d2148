package vn.lienthong.workitem;

import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the room for tests that run without the application. */
public final class TestWorkItems {
    private TestWorkItems() {}

    /** The work items of this database. */
    public static WorkItems on(JdbcTemplate jdbc) {
        return new WorkItems(new WorkItemRepository(jdbc));
    }
}
