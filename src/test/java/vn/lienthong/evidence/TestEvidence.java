package vn.lienthong.evidence;

import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.kernel.DataSeal;

/** Evidence in a test's own database. */
public final class TestEvidence {
    private TestEvidence() {}

    /** Keeps messages there. */
    public static Evidence in(JdbcTemplate jdbc, DataSeal seal) {
        return new Evidence(new MessageRepository(jdbc, seal));
    }
}
