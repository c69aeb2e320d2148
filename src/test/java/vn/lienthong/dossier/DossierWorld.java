package vn.lienthong.dossier;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.delivery.Acknowledgements;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.TestDeliveries;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.TestWorkItems;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** The dossiers on a real database, without the rest of the application. One node; open two for two nodes. */
public final class DossierWorld implements AutoCloseable {
    public static final Catalogue CATALOGUE = Catalogue.load(SchemaFiles.packed());

    public final SettableClock clock = new SettableClock();
    public final DataSeal seal = new DataSeal(new SecretKeySpec(new byte[32], "AES"));
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final WorkItems workItems;
    public final DossierRegister register;
    public final DossierEvents events;
    public final Deliveries deliveries;
    public final Acknowledgements acknowledgements;
    public final Catalogue catalogue;
    public final Rights rights;
    public final ContentRules rules;
    final DossierRepository dossiers;
    private final StaticListableBeanFactory listeners = new StaticListableBeanFactory();
    private final HikariDataSource pool = new HikariDataSource();

    /** A node at this database. */
    public DossierWorld(TestDatabase database) {
        this(database, clock -> CATALOGUE);
    }

    /** A node at this database with a catalogue of its own. */
    DossierWorld(TestDatabase database, Function<GatewayClock, Catalogue> catalogueBy) {
        catalogue = catalogueBy.apply(clock);
        rights = new Rights(catalogue.agencies());
        rules = new ContentRules(catalogue, clock);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        jdbc = new JdbcTemplate(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        workItems = TestWorkItems.on(jdbc);
        Partners partners = TestPartners.of(
                "portal.settle=2s",
                "portal.kinds=dossier,progress,result",
                "post.kinds=result",
                "civil-status.kinds=registration");
        deliveries = TestDeliveries.on(jdbc, transaction, partners, workItems, clock);
        acknowledgements = TestDeliveries.acknowledgements(jdbc, transaction, partners, workItems, clock);
        EventRepository stored = new EventRepository(jdbc, seal);
        events = new DossierEvents(stored);
        dossiers = new DossierRepository(jdbc);
        register = new DossierRegister(
                dossiers,
                stored,
                deliveries,
                workItems,
                rules,
                rights,
                clock,
                listeners.getBeanProvider(DossierListener.class));
    }

    /** Tells this one of new states, too. */
    public void listen(DossierListener listener) {
        listeners.addBean(listener.getClass().getName(), listener);
    }

    /** A node at a database of its own. */
    static DossierWorld fresh() {
        return new DossierWorld(TestDatabase.fresh());
    }

    /** Tells these in one transaction. */
    List<DossierAnswer> apply(DossierCommand... commands) {
        return transaction.execute(status -> register.apply(Arrays.asList(commands), Map.of()));
    }

    /** Tells one about which something was noted before. */
    DossierAnswer apply(DossierCommand command, NewWorkItem noted) {
        return transaction.execute(status -> register.apply(List.of(command), Map.of(command.eventId(), List.of(noted)))
                .getFirst());
    }

    /** Tells one, which must be accepted. */
    DossierAnswer.Accepted accepted(DossierCommand command) {
        return (DossierAnswer.Accepted) apply(command).getFirst();
    }

    /** What waits for a person about a dossier. */
    public List<WorkItem> workItems(String number) {
        return workItems
                .search(new WorkItemFilter(number, null, null, WorkItem.State.OPEN, null, 100))
                .items();
    }

    @Override
    public void close() {
        pool.close();
    }
}
