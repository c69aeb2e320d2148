package vn.lienthong.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.access.Rights;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.DataSeal;

/** Opens the room for tests that run without the application. */
public final class TestInbox {
    private TestInbox() {}

    /** Tells into this database. */
    public static Inbox on(JdbcTemplate jdbc, DataSeal seal, Rights rights, ObjectMapper json) {
        return new Inbox(new ToldRepository(jdbc, seal), rights, TestAccess.readers(), json);
    }
}
