package vn.lienthong.evidence;

import java.sql.Connection;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienthong.signing.RenewalCounts;
import vn.lienthong.signing.RenewalProperties;

/** What this room lets {@code doctor} look at. */
public final class EvidenceCheckups {
    private EvidenceCheckups() {}

    /** How many checkpoints are to be renewed, read over this connection. */
    public static RenewalCounts renewals(Connection connection, RenewalProperties settings, Instant now) {
        return new CheckpointRenewalRepository(new JdbcTemplate(new SingleConnectionDataSource(connection, true)))
                .counts(now, settings);
    }
}
