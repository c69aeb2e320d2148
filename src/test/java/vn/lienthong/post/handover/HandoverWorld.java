package vn.lienthong.post.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.Caller;
import vn.lienthong.access.LimitProperties;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.TestAccess;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.document.Attachments;
import vn.lienthong.document.TestDocuments;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.inbox.Inbox;
import vn.lienthong.inbox.TestInbox;
import vn.lienthong.intake.TestIntake;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.post.tracking.TestTracking;
import vn.lienthong.signing.Signer;
import vn.lienthong.testing.TestDatabase;

/** Hand-overs of one node on a real database, without the rest of the application; a test may break off at any step. */
public final class HandoverWorld implements AutoCloseable {
    static final Caller POST =
            new Caller("vnpost", "Bưu điện Việt Nam", null, Set.of(Scopes.POST_HANDOVER), null, Caller.Kind.CLIENT);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    final DossierWorld dossiers;
    final HandoverProperties settings = new Binder(new MapConfigurationPropertySource(Map.of("x.at-once", "16")))
            .bind("x", HandoverProperties.class)
            .get();
    final HandoverRepository handovers;
    final ItemRepository items;
    final RecordRepository records;
    final Evidence evidence;
    private final Handovers room;
    private volatile Consumer<String> at = step -> {};

    /** A node at this database. */
    public HandoverWorld(TestDatabase database) {
        dossiers = new DossierWorld(database);
        Catalogue catalogue = DossierWorld.CATALOGUE;
        handovers = new SteppedHandovers();
        items = new SteppedItems();
        records = new SteppedRecords();
        evidence = TestEvidence.in(dossiers.jdbc, dossiers.seal);
        Attachments attachments = TestDocuments.attachments(dossiers);
        Claims claims = new Claims(new ParcelClaimRepository(dossiers.jdbc));
        Inbox inbox = TestInbox.on(dossiers.jdbc, dossiers.seal, dossiers.rights, JSON);
        HandoverTransaction transaction =
                new HandoverTransaction(
                        handovers,
                        items,
                        claims,
                        new Registration(dossiers.register, catalogue),
                        attachments,
                        TestTracking.parcels(dossiers),
                        new HandoverNews(inbox, dossiers.workItems),
                        records,
                        evidence,
                        TestAccess.audit(JdbcClient.create(dossiers.jdbc), dossiers.clock),
                        catalogue,
                        new HandoverAnswer(JSON)) {
                    @Override
                    public Optional<byte[]> store(Draft draft) {
                        return dossiers.transaction.execute(status -> {
                            Optional<byte[]> answer = super.store(draft);
                            at.accept("commit");
                            return answer;
                        });
                    }
                };
        SchemaFiles files = SchemaFiles.packed();
        room = new Handovers(
                new ManifestReader(files, dossiers.clock, settings),
                new ItemReader(files, TestIntake.reader(dossiers.rules), dossiers.rules, dossiers.clock),
                new Assessment(new ItemRules(catalogue, dossiers.rules, dossiers.clock), attachments),
                TestDocuments.packages(dossiers),
                transaction,
                handovers,
                new RateLimits(
                        TestAccess.readers(),
                        new Binder(new MapConfigurationPropertySource(Map.of()))
                                .bindOrCreate("y", LimitProperties.class),
                        dossiers.clock,
                        new SimpleMeterRegistry()),
                settings,
                dossiers.clock);
        dossiers.listen(new ParcelNames(
                items, claims, attachments, catalogue, dossiers.rights, inbox, dossiers.workItems, dossiers.clock));
    }

    /** Calls this at each step of storing, with its name. */
    void at(Consumer<String> step) {
        at = step;
    }

    /** The post hands over. */
    public byte[] take(MadeUpManifest manifest) {
        return room.take(manifest.bytes(), POST).answer();
    }

    JsonNode answer(MadeUpManifest manifest) {
        return json(take(manifest));
    }

    /** What became of the only item. */
    JsonNode only(MadeUpManifest manifest) {
        return answer(manifest).path("items").path(0);
    }

    /** One round of the worker with this signer; false when nothing was due. */
    boolean seal(Signer signer) {
        RecordSealing sealing = new RecordSealing(
                handovers,
                records,
                new RecordPaper(DossierWorld.CATALOGUE, settings(Duration.ofMinutes(10))),
                signer,
                evidence,
                settings(Duration.ofMinutes(10)),
                dossiers.clock,
                dossiers.transaction);
        return new RecordWorker(records, sealing, new SimpleMeterRegistry()).work();
    }

    private static HandoverProperties settings(Duration wait) {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("x.seal-key", "agency", "x.seal-wait", wait.toString())))
                .bind("x", HandoverProperties.class)
                .get();
    }

    /** How many rows each of the tables has that a hand-over writes. */
    List<Long> rows() {
        return List.of(
                        "post_handover",
                        "post_handover_item",
                        "post_claim",
                        "post_record",
                        "dossier_event",
                        "delivery",
                        "evidence_message",
                        "inbox_told")
                .stream()
                .map(table -> dossiers.jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        dossiers.close();
    }

    private final class SteppedHandovers extends HandoverRepository {
        SteppedHandovers() {
            super(dossiers.jdbc, dossiers.seal, JSON);
        }

        @Override
        boolean begin(Draft draft) {
            boolean begun = super.begin(draft);
            at.accept("begin");
            return begun;
        }

        @Override
        void finish(HandoverFacts facts, byte[] answer) {
            super.finish(facts, answer);
            at.accept("finish");
        }
    }

    private final class SteppedItems extends ItemRepository {
        SteppedItems() {
            super(dossiers.jdbc);
        }

        @Override
        void insert(UUID handover, List<Judged> judged) {
            at.accept("register");
            super.insert(handover, judged);
            at.accept("items");
        }
    }

    private final class SteppedRecords extends RecordRepository {
        SteppedRecords() {
            super(dossiers.jdbc, dossiers.seal, dossiers.clock);
        }

        @Override
        void request(UUID handover) {
            super.request(handover);
            at.accept("record");
        }
    }
}
