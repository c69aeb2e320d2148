package vn.lienthong.access;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.kernel.SettableClock;

/** Opens the book of acts for tests that run without the application. */
public final class TestAudit {
    private TestAudit() {}

    /** The book in this database. */
    public static Audit on(JdbcTemplate jdbc) {
        return new Audit(new AuditRepository(JdbcClient.create(jdbc)), new SettableClock());
    }
}
