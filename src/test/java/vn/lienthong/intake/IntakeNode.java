package vn.lienthong.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.lienthong.access.TestAccess;
import vn.lienthong.document.TestDocuments;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.testing.TestDatabase;

/** The intake of one gateway node without its faces. */
final class IntakeNode implements AutoCloseable {
    static final IntakeProperties SETTINGS = new IntakeProperties(
            1,
            64,
            2000,
            Duration.ofSeconds(30),
            DataSize.ofMegabytes(2),
            DataSize.ofMegabytes(8),
            DataSize.ofMegabytes(8),
            DataSize.ofMegabytes(32),
            DataSize.ofBytes(0),
            Duration.ofDays(7));

    final DossierWorld world;
    final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();
    private final SharedCommit commits;
    private volatile Runnable beforeStore = () -> {};
    private volatile Runnable beforeCommit = () -> {};

    IntakeNode(TestDatabase database) {
        world = new DossierWorld(database);
        commits = new SharedCommit(
                transaction(), SETTINGS, new DiskWatch(() -> Long.MAX_VALUE, 0), new SimpleMeterRegistry());
        commits.start();
    }

    private GroupTransaction transaction() {
        return new GroupTransaction(
                world.register,
                TestEvidence.in(world.jdbc, world.seal),
                new AnswerRepository(world.jdbc),
                new AnswerWriter(JsonMapper.builder().findAndAddModules().build()),
                TestAccess.audit(JdbcClient.create(world.jdbc), new SettableClock()),
                new NamedAttachments(TestDocuments.attachments(world), world.workItems)) {
            @Override
            public List<Outcome> store(List<Submission> group) {
                beforeStore.run();
                try {
                    return world.transaction.execute(status -> {
                        List<Outcome> outcomes = super.store(group);
                        beforeCommit.run();
                        return outcomes;
                    });
                } catch (RuntimeException trouble) {
                    troubles.add(trouble);
                    throw trouble;
                }
            }
        };
    }

    /** Runs this at the start of each of the next groups, before its transaction. */
    void beforeStore(Runnable act) {
        beforeStore = act;
    }

    /** Runs this within the transaction of each of the next groups, when everything is written. */
    void beforeCommit(Runnable act) {
        beforeCommit = act;
    }

    CompletableFuture<Outcome> submit(DossierCommand command) {
        return submit(command, null);
    }

    /** Submits under an Idempotency-Key; the command's dossier and content stand for the request. */
    CompletableFuture<Outcome> submit(DossierCommand command, @Nullable String key) {
        byte[] body =
                command.toString().replace(command.eventId().toString(), "").getBytes(StandardCharsets.UTF_8);
        AnswerKey answered = key == null ? null : new AnswerKey(command.caller().clientId(), key, Sha256.of(body));
        return commits.submit(new Submission(command, Intake.evidence("rest", command, body), answered, List.of()));
    }

    static Outcome outcome(CompletableFuture<Outcome> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    static DossierAnswer answer(CompletableFuture<Outcome> future) throws Exception {
        return ((Outcome.Judged) outcome(future)).answer();
    }

    @Override
    public void close() {
        commits.stop();
        world.close();
    }
}
