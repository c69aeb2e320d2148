package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.Lease;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** The connector of one node, on a real database, before a partner that a test plays. */
public final class ConnectorWorld implements AutoCloseable {
    private static final DataSeal SEAL = new DataSeal(new SecretKeySpec(new byte[32], "AES"));

    private final SettableClock clock = new SettableClock();
    private final JdbcTemplate jdbc;
    private final Partners partners;
    private final PartnerHttp http;
    private final Evidence evidence;
    private final ReplyTables tables;
    private final ServiceContracts contracts;
    private final SessionConnector connector;

    /** One node; nodes on the same database share their sessions. */
    public ConnectorWorld(TestDatabase database, URI partner, Map<String, String> settings) {
        this(database.dataSource(), partner, settings);
    }

    /** One node on these connections. */
    public ConnectorWorld(DataSource connections, URI partner, Map<String, String> settings) {
        this.jdbc = new JdbcTemplate(connections);
        this.partners = TestPartners.portal(partner, settings);
        this.http = new PartnerHttp(partners, clock);
        this.evidence = TestEvidence.in(jdbc, SEAL);
        this.tables = new ReplyTables(partners, SchemaFiles.packed());
        this.contracts = new ServiceContracts(partners, SchemaFiles.packed());
        TransactionTemplate transaction = new TransactionTemplate(
                new DataSourceTransactionManager(java.util.Objects.requireNonNull(jdbc.getDataSource())));
        this.connector = new SessionConnector(
                partners,
                new SessionKeeper(new SessionRepository(jdbc, SEAL), transaction),
                new SignInCall(http, tables, contracts),
                new ServiceWire(http, partners, evidence, tables, contracts),
                contracts);
    }

    /** The connector. */
    public SessionConnector connector() {
        return connector;
    }

    /** The reply tables. */
    public ReplyTables tables() {
        return tables;
    }

    /** The contracts. */
    public ServiceContracts contracts() {
        return contracts;
    }

    /** The partners with their breakers. */
    public Partners partners() {
        return partners;
    }

    /** The evidence. */
    public Evidence evidence() {
        return evidence;
    }

    /** Plain access to the database. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A batch of full states under a lease of this length. */
    public DeliveryBatch batch(int size, Duration lease) {
        List<ClaimedDelivery> items = IntStream.rangeClosed(1, size)
                .mapToObj(i -> delivery(i, UUID.randomUUID(), true, false, 0))
                .toList();
        return batch(items, lease);
    }

    /** A batch of these. */
    public DeliveryBatch batch(List<ClaimedDelivery> items, Duration lease) {
        return new DeliveryBatch(
                "portal", items.getFirst().kind(), Lease.starting(clock, UUID.randomUUID(), lease), items);
    }

    /** A delivery of the dossier {@code H15.24133-261121-000<i>}. */
    public static ClaimedDelivery delivery(int i, UUID event, boolean full, boolean held, int faults) {
        return new ClaimedDelivery(
                i,
                "H15.24133-261121-%04d".formatted(i),
                event,
                full ? "dossier" : "progress",
                full,
                "H15.24133",
                "H15",
                1,
                faults,
                held,
                null);
    }

    /** A call for a batch with one field per item. */
    public SessionCall call(DeliveryBatch batch) {
        ServiceContract contract = contracts.of("portal");
        ObjectNode head = contract.call("H15", contract.kind("dossier").create());
        return new SessionCall(
                batch,
                head,
                contract.envelope(),
                batch.items().stream()
                        .map(item -> new CallItem(
                                item, JsonNodeFactory.instance.objectNode().put("MaHoSo", item.dossierNumber())))
                        .toList());
    }

    @Override
    public void close() {
        http.destroy();
    }
}
