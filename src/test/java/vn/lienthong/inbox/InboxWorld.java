package vn.lienthong.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.TestAccess;
import vn.lienthong.inbox.callback.CallbackProperties;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

/** The room {@code inbox} of one node on a real database, without the rest of the application and without its timers. */
public final class InboxWorld implements AutoCloseable {
    public static final String WARD = "H15.24133";
    public static final String TYPE = "vn.lienthong.test.happened.v1";

    private static final JsonMapper JSON = new JsonMapper();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final HikariDataSource pool = new HikariDataSource();
    public final SettableClock clock = new SettableClock();

    /** A node with these settings of the room, named without {@code lienthong.inbox.}. */
    public InboxWorld(TestDatabase database, Map<String, String> settings) {
        this(database, settings, clock -> TestAccess.rights());
    }

    /** A node where agencies end. */
    InboxWorld(TestDatabase database, Map<String, String> settings, Function<GatewayClock, Rights> rights) {
        pool.setConnectionInitSql("set synchronous_commit = off");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(1);
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(GatewayClock.class, () -> clock);
        context.registerBean(Rights.class, () -> rights.apply(clock));
        context.registerBean(InboxProperties.class, () -> binder.bindOrCreate("", InboxProperties.class));
        context.registerBean(CallbackProperties.class, () -> binder.bindOrCreate("callback", CallbackProperties.class));
        context.register(Wiring.class);
        context.refresh();
    }

    /** A node whose receivers may stand on this machine. */
    public static InboxWorld local(TestDatabase database) {
        return new InboxWorld(
                database,
                Map.of(
                        "callback.hosts", "*",
                        "callback.loopback", "true",
                        "callback.plain-http", "true",
                        "callback.connect-timeout", "500ms",
                        "callback.read-timeout", "700ms"));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return get(JdbcTemplate.class);
    }

    public TransactionTemplate transaction() {
        return get(TransactionTemplate.class);
    }

    /** Tells an agency something about this subject, in a transaction of its own. */
    public void tell(String agency, String subject) {
        transaction().executeWithoutResult(status -> tellWithin(agency, subject));
    }

    /** Tells an agency something in the transaction that runs. */
    public void tellWithin(String agency, String subject) {
        get(Inbox.class).tell(event(new Receiver.OfAgency(agency), subject));
    }

    static InboxEvent event(Receiver receiver, String subject) {
        return new InboxEvent(
                receiver, TYPE, subject, java.time.Instant.parse("2026-11-22T03:04:05Z"), Map.of("what", subject));
    }

    /** What waits in the inbox at this address. */
    public List<FeedItem> waiting(String address) {
        Mailbox mailbox = get(Mailbox.class);
        List<FeedItem> read = mailbox.read(address, 0, 1000, false);
        // other tests' gateways share the server: what they have open for a moment holds places back
        for (int again = 0; again < 15 && unplaced(); again++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            read = mailbox.read(address, 0, 1000, false);
        }
        return read;
    }

    private boolean unplaced() {
        return Boolean.TRUE.equals(jdbc().queryForObject("select exists (select 1 from inbox_told)", Boolean.class));
    }

    public List<String> subjects(String address) {
        return waiting(address).stream().map(FeedItem::subject).toList();
    }

    /** Pages through an inbox as its system does. */
    List<FeedItem> after(String address, long position) {
        return get(Mailbox.class).read(address, position, 1000, true);
    }

    boolean acknowledge(String address, UUID id) {
        return get(Mailbox.class).acknowledge(address, id, "client:" + address);
    }

    /** A system of this agency with the right to read its inbox. */
    public static Caller system(String agency) {
        return new Caller(agency, agency, agency, Set.of(Scopes.INBOX_READ), null, Caller.Kind.CLIENT);
    }

    static Caller platform(String id) {
        return new Caller(id, id, null, Set.of(Scopes.INBOX_READ), null, Caller.Kind.CLIENT);
    }

    /** An item as a receiver reads it. */
    static JsonNode event(FeedItem item) {
        return json(CloudEvents.one(item));
    }

    public static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Names of connections that stand: for tests that let them go. */
    List<String> tables(String... names) {
        List<String> filled = new ArrayList<>();
        for (String name : names) {
            Long count = jdbc().queryForObject("select count(*) from " + name, Long.class);
            if (count != null && count > 0) {
                filled.add(name);
            }
        }
        return filled;
    }

    /** Empties every table of the room. */
    public void clear() {
        clock.reset();
        jdbc().batchUpdate(
                        "delete from inbox_told",
                        "delete from inbox_item",
                        "delete from inbox_entry",
                        "delete from inbox_redirect",
                        "delete from inbox_callback",
                        "delete from inbox_callback_attempt");
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    /** What the application gives the room; the whole gateway of other tests must not find it. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan("vn.lienthong.inbox")
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
        DataSeal seal() {
            byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
            return new DataSeal(new SecretKeySpec(key, "AES"));
        }

        @Bean
        Audit audit(DataSource source, GatewayClock clock) {
            return TestAccess.audit(JdbcClient.create(source), clock);
        }

        @Bean
        AccessProperties access() {
            return TestAccess.readers("H15", "H15.02", WARD);
        }

        @Bean
        ObjectMapper json() {
            return JsonMapper.builder()
                    .findAndAddModules()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }
}
