package vn.lienthong.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.TestAccess;
import vn.lienthong.evidence.tree.Prover;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.TestDatabase;

/** The room on a real database, without the application around it. */
final class EvidenceWorld {
    static final DataSeal SEAL = new DataSeal(new SecretKeySpec(new byte[32], "AES"));

    final SettableClock clock = new SettableClock();
    final TestDatabase database;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final Evidence evidence;
    final TreeRepository tree;
    final CheckpointRepository checkpoints;
    final TreeKeeper keeper;
    final CheckpointMaker maker;
    final CheckpointStamper stamper;
    final Signer signer;
    final EvidenceExport export;

    /** With a key and, where an address is given, a time-stamp authority. */
    EvidenceWorld(@Nullable String timeStamps) {
        this(TestDatabase.fresh(), timeStamps, "agency-seal-ec");
    }

    /** Another node on this database; without a holder it has no key. */
    EvidenceWorld(TestDatabase database, @Nullable String timeStamps, @Nullable String holder) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.transaction =
                new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        this.evidence = new Evidence(new MessageRepository(jdbc, SEAL));
        this.tree = new TreeRepository(jdbc);
        this.checkpoints = new CheckpointRepository(jdbc);
        this.signer = holder == null ? TestSigning.withoutKey(clock) : TestSigning.signer(holder, timeStamps, clock);
        this.keeper = new TreeKeeper(tree, transaction);
        this.maker = new CheckpointMaker(tree, checkpoints, signer, settings(), clock, transaction);
        this.export =
                new EvidenceExport(new MessageRepository(jdbc, SEAL), tree, checkpoints, signer, settings(), clock);
        this.stamper = new CheckpointStamper(checkpoints, signer, settings(), clock);
    }

    static EvidenceProperties settings() {
        return new EvidenceProperties(
                "gateway",
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                Duration.ofHours(4),
                Period.ofYears(10),
                null,
                new EvidenceProperties.SelfCheck(Duration.ofMinutes(10), 20));
    }

    /** A message from a ward, not yet kept. */
    static Message message(String text) {
        Message made = Message.out("rest", "H15.24133", text.getBytes(StandardCharsets.UTF_8));
        return new Message(
                made.id(), Message.Direction.IN, "rest", "H15.24133", "H15.24133-260105-9001", null, made.bytes());
    }

    /** Keeps a message of its own. */
    Message kept(String text) {
        Message message = message(text);
        evidence.keep(java.util.List.of(message));
        return message;
    }

    /** Keeps so many messages. */
    void keep(int count) {
        evidence.keep(java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> message("message " + i))
                .toList());
    }

    long size() {
        return tree.state().size();
    }

    byte[] root() {
        return new Prover(tree.tree()).root(size());
    }

    /** The container of a message that is sealed. */
    byte[] container(Message message) {
        return ((EvidenceExport.Packed.Container) export.message(message.id())).bytes();
    }

    /** One who renews with stamps of the authority at this address. */
    CheckpointRenewal renewal(@Nullable String timeStamps, RenewalProperties renewal, MeterRegistry registry) {
        return renewal(timeStamps, renewal, registry, clock);
    }

    CheckpointRenewal renewal(
            @Nullable String timeStamps, RenewalProperties renewal, MeterRegistry registry, GatewayClock clock) {
        return new CheckpointRenewal(
                new CheckpointRenewalRepository(jdbc),
                checkpoints,
                tree,
                TestSigning.renewer(timeStamps, clock, renewal),
                renewal,
                clock,
                TestAccess.audit(JdbcClient.create(jdbc), clock),
                transaction,
                registry);
    }

    /** One round of everything. */
    void round() {
        keeper.grow();
        maker.make();
        stamper.stamp();
    }
}
