package vn.lienthong.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Rights;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.TestWorkItems;
import vn.lienthong.workitem.WorkItems;

/** The room {@code delivery} on a real database, without the rest of the application. One node; open two for two nodes. */
final class DeliveryWorld implements AutoCloseable {
    static final String PORTAL = "portal";
    static final String STATE = "dossier";
    static final String STEP = "progress";
    static final Duration LEASE = Duration.ofMinutes(1);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final SettableClock clock = new SettableClock();
    final HikariDataSource pool = new HikariDataSource();

    DeliveryWorld(TestDatabase database, Partners partners) {
        this(database, partners, null);
    }

    /** A node whose clock is {@code wrong}. */
    DeliveryWorld(TestDatabase database, Partners partners, @Nullable GatewayClock wrong) {
        // nobody pulls the plug here, so commits need not wait for the disk; the crash laboratory does so elsewhere
        this(database, partners, wrong, "set synchronous_commit = off");
    }

    private DeliveryWorld(TestDatabase database, Partners partners, @Nullable GatewayClock wrong, String atFirst) {
        pool.setConnectionInitSql(atFirst);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(16);
        // six nodes of one test that each held sixteen would take the server's hundred connections from everybody
        pool.setMinimumIdle(1);
        pool.setIdleTimeout(10_000);
        context.registerBean("dataSource", DataSource.class, () -> pool);
        context.registerBean(GatewayClock.class, () -> wrong == null ? clock : wrong);
        context.registerBean(Partners.class, () -> partners);
        context.registerBean(
                QueueProperties.class, () -> new QueueProperties(Duration.ofMinutes(1), Period.ofYears(10), 50));
        context.register(
                Wiring.class,
                AcknowledgementRepository.class,
                Acknowledgements.class,
                ActRepository.class,
                Announcements.class,
                ClaimRepository.class,
                Deliveries.class,
                DeliveryEngine.class,
                DeliveryMetrics.class,
                DeliveryRepository.class,
                DeliveryRouteComponent.class,
                EnqueueRepository.class,
                Findings.class,
                HistoryRepository.class,
                LaneRepository.class,
                Node.class,
                OperatorActs.class,
                OutcomeRepository.class,
                Takeover.class,
                Wakeup.class);
        context.refresh();
    }

    /** One that commits as the gateway does, for measurements. */
    static DeliveryWorld durable(TestDatabase database, Partners partners) {
        return new DeliveryWorld(database, partners, null, "set synchronous_commit = on");
    }

    static DeliveryWorld fresh(Partners partners) {
        return new DeliveryWorld(TestDatabase.fresh(), partners);
    }

    /** Lets somebody learn what deliveries come to. */
    void listen(DeliveryListener listener) {
        context.getBeanFactory().registerSingleton("listener", listener);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    DeliveryEngine engine() {
        return get(DeliveryEngine.class);
    }

    /** Puts these in as one intake transaction does. */
    List<Delivery> enqueue(DeliveryRequest... requests) {
        Map<UUID, List<Delivery>> made = get(TransactionTemplate.class)
                .execute(status -> get(Deliveries.class).enqueue(List.of(requests)));
        return made.values().stream().flatMap(List::stream).toList();
    }

    long state(String dossier, int version) {
        return state(dossier, version, "IN_PROGRESS");
    }

    long state(String dossier, int version, String status) {
        return enqueue(request(STATE, dossier, version, status)).getFirst().id();
    }

    long step(String dossier, int version) {
        return enqueue(request(STEP, dossier, version, "IN_PROGRESS"))
                .getFirst()
                .id();
    }

    static DeliveryRequest request(String kind, String dossier, int version, String status) {
        return request(kind, dossier, version, status, "H15.24133", null);
    }

    static DeliveryRequest request(
            String kind, String dossier, int version, String status, String agency, @Nullable Instant due) {
        return new DeliveryRequest(
                kind, dossier, Ids.next(), version, kind.equals(STATE), status, agency, agency, version == 1, due);
    }

    /** Claims everything of this kind that may go now, most 50. */
    List<DeliveryBatch> claim(String kind) {
        return engine().claim(PORTAL, kind, 50, false).batches();
    }

    /** Claims everything in doubt whose settle time is over. */
    List<DeliveryBatch> claimDoubtful(String kind) {
        return engine().claim(PORTAL, kind, 50, true).batches();
    }

    /** The ids claimed, in the order in which they would go out. */
    List<Long> claimedIds(String kind) {
        return ids(claim(kind));
    }

    static List<Long> ids(List<DeliveryBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.items().stream())
                .map(ClaimedDelivery::id)
                .toList();
    }

    /** Claims what may be sent and gives all of it this outcome, as if the route had noted it. */
    List<Long> send(String kind, DeliveryOutcome outcome) {
        return record(claim(kind), false, outcome);
    }

    /** Claims what is in doubt and gives all of it this answer. */
    List<Long> ask(String kind, DeliveryOutcome outcome) {
        return record(claimDoubtful(kind), true, outcome);
    }

    private List<Long> record(List<DeliveryBatch> batches, boolean asking, DeliveryOutcome outcome) {
        List<Long> done = new ArrayList<>();
        for (DeliveryBatch batch : batches) {
            batch.noteRest(outcome);
            engine().record(batch, asking, null);
            done.addAll(ids(List.of(batch)));
        }
        return done;
    }

    Delivery delivery(long id) {
        return get(Deliveries.class).find(id).orElseThrow();
    }

    DeliveryState stateOf(long id) {
        return delivery(id).state();
    }

    /** Empties every table of the room. */
    void clear() {
        clock.reset();
        jdbc().batchUpdate(
                        "delete from delivery",
                        "delete from delivery_finished",
                        "delete from delivery_attempt",
                        "delete from delivery_acknowledgement",
                        "delete from delivery_holding",
                        "delete from delivery_flow",
                        "delete from bulk_item",
                        "delete from bulk_action",
                        "delete from work_item");
        get(PartnerFlow.class).refresh();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    /** What the application gives the room. No stereotype: tests of the whole application scan this package too. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan({"vn.lienthong.delivery.flow", "vn.lienthong.delivery.bulk"})
    static class Wiring {
        @Bean
        JdbcTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        TransactionTemplate transactionTemplate(JdbcTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        WorkItems workItems(JdbcTemplate jdbc) {
            return TestWorkItems.on(jdbc);
        }

        @Bean
        Audit audit(DataSource source, GatewayClock clock) {
            return TestAccess.audit(JdbcClient.create(source), clock);
        }

        @Bean
        Rights rights() {
            return TestAccess.rights();
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }
}
