package vn.lienthong.workitem;

import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the room for tests that run without the application. */
public final class TestWorkItems {
    private TestWorkItems() {}

    /** The work items of this database. */
    public static WorkItems on(JdbcTemplate jdbc) {
        return new WorkItems(
                new WorkItemRepository(jdbc), new StaticListableBeanFactory().getBeanProvider(WorkItemListener.class));
    }

    /** The work items of this database, told to somebody. */
    public static WorkItems on(JdbcTemplate jdbc, WorkItemListener listener) {
        return new WorkItems(
                new WorkItemRepository(jdbc),
                new StaticListableBeanFactory(Map.of("listener", listener)).getBeanProvider(WorkItemListener.class));
    }
}
