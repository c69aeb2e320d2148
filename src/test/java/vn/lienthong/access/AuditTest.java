package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

class AuditTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final DataSource source = DATABASE.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Audit audit = new Audit(new AuditRepository(jdbc), new SettableClock());
    private final Caller lead =
            new Caller("lead", "Trưởng ca", null, OperatorRole.LEAD.scopes(), OperatorRole.LEAD, Caller.Kind.OPERATOR);

    @Test
    void writesWhoDidWhatAndWhy() {
        audit.record(lead, "CANCEL", "delivery:17", "gửi nhầm", Audit.Outcome.DONE);
        assertThat(entries("delivery:17")).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("who", "operator:lead").containsEntry("act", "CANCEL");
            assertThat(entry).containsEntry("reason", "gửi nhầm").containsEntry("outcome", "DONE");
        });
    }

    @Test
    void vanishesWithTheActItBelongsTo() {
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(act -> {
            audit.record(lead, "RETRY", "delivery:18", null, Audit.Outcome.DONE);
            act.setRollbackOnly();
        });
        assertThat(entries("delivery:18")).isEmpty();
    }

    @Test
    void cannotBeChangedOrRemoved() {
        audit.record("client:ops", "RETRY", "delivery:19", null, Audit.Outcome.REFUSED);
        for (String attempt : Set.of("update audit set who = 'nobody'", "delete from audit")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).isInstanceOf(DataAccessException.class);
        }
        assertThat(entries("delivery:19")).hasSize(1);
    }

    private List<Map<String, Object>> entries(String subject) {
        return jdbc.sql("select * from audit where subject = ?")
                .param(subject)
                .query()
                .listOfRows();
    }
}
