package vn.lienthong.linked;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.linked.LegalLimitRepository.Missed;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.workitem.WorkItem;

/** Ten minutes to pass on and two working hours to a receipt, told once each. */
class LegalLimitWatchTest {
    private static final LinkedWorld WORLD = new LinkedWorld();
    private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();

    private String parent;
    private long delivery;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        WORLD.dossiers.clock.reset();
        WORLD.dossiers.jdbc.update("update dossier set status = 'RETURNED'");
        parent = MadeUp.number();
        WORLD.tell(parent, LinkedWorld.LINKED, null, DossierStatus.ACCEPTED, 1);
        delivery = WORLD.dossiers.deliveries.ofDossier(parent).getFirst().id();
    }

    @Test
    void tellsOnce_whatWasNotPassedOnInTenMinutes_andTakesItBack() {
        double before = missed(LegalLimit.PASSED_ON);
        WORLD.dossiers.clock.advance(Duration.ofMinutes(9));
        node().look();
        assertThat(codes()).isEmpty();

        WORLD.dossiers.clock.advance(Duration.ofMinutes(2));
        node().look();
        node().look();
        assertThat(codes()).containsExactly("LINKED-NOT-PASSED-ON");
        assertThat(missed(LegalLimit.PASSED_ON)).isEqualTo(before + 1);
        assertThat(items().getFirst().occurrences()).isEqualTo(1);

        state("SENT", 1, true);
        node().look();
        assertThat(codes()).isEmpty();
    }

    @Test
    void isToldNoMore_whenAPersonResolvedItAndItStillStands() {
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        node().look();
        WORLD.dossiers.workItems.resolve(items().getFirst().id(), "operator", "đã báo các bên");
        node().look();

        assertThat(codes()).isEmpty();
    }

    @Test
    void isToldOnce_whenSeveralNodesLookAtTheSameMoment() {
        double before = missed(LegalLimit.PASSED_ON);
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        List<CompletableFuture<Void>> nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> node().look()))
                .limit(4)
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(items())
                .singleElement()
                .satisfies(item -> assertThat(item.occurrences()).isEqualTo(1));
        assertThat(missed(LegalLimit.PASSED_ON)).isEqualTo(before + 1);
    }

    @Test
    void watchesTheDeliveriesOfLegsToo() {
        String leg = WORLD.leg("1.990101", parent);
        WORLD.dossiers.jdbc.update(
                "update delivery set dossier_number = ?, partner = 'insurance', kind = 'result' where id = ?",
                leg,
                delivery);
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        node().look();

        assertThat(WORLD.dossiers.workItems(leg)).extracting(WorkItem::code).containsExactly("LINKED-NOT-PASSED-ON");
    }

    @Test
    void keepsTelling_whatIsStuckWhenItsDossierIsFinished() {
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        node().look();
        WORLD.dossiers.jdbc.update("update dossier set status = 'RETURNED' where number = ?", parent);
        node().look();
        assertThat(codes()).containsExactly("LINKED-NOT-PASSED-ON");

        WORLD.dossiers.jdbc.update("update delivery set state = 'CONFIRMED' where id = ?", delivery);
        node().look();
        assertThat(codes()).isEmpty();
        WORLD.tell(parent, LinkedWorld.LINKED, null, DossierStatus.RETURNED, 2);
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        node().look();
        assertThat(codes()).as("of its last state").containsExactly("LINKED-NOT-PASSED-ON");
    }

    @Test
    void keepsWhatAnotherNodeTellsOfTheSameDossier_whileTheFirstIsTakenBack() {
        WORLD.dossiers.clock.advance(Duration.ofMinutes(11));
        node().look();
        WORLD.tell(parent, LinkedWorld.LINKED, null, DossierStatus.IN_PROGRESS, 2);
        Delivery later = WORLD.dossiers.deliveries.ofDossier(parent).getLast();
        WORLD.dossiers.jdbc.update(
                "update delivery set created_at = ? where id = ?",
                Timestamp.from(WORLD.dossiers.clock.now()),
                later.id());
        state("SENT", 1, true);
        LegalLimitRepository rows = new LegalLimitRepository(WORLD.dossiers.jdbc);
        CompletableFuture<Void> first = WORLD.dossiers.transaction.execute(status -> {
            rows.lock(parent);
            CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> node().look());
            Awaitility.await().until(this::isWaitedFor);
            rows.tell(new Missed(later.id(), parent, LegalLimit.PASSED_ON), WORLD.dossiers.clock.now());
            return looking;
        });
        first.join();

        assertThat(codes()).as("of the later one").containsExactly("LINKED-NOT-PASSED-ON");
        WORLD.dossiers.jdbc.update("update delivery set state = 'CONFIRMED' where dossier_number = ?", parent);
        node().look();
        assertThat(codes()).isEmpty();
    }

    private boolean isWaitedFor() {
        return WORLD.dossiers.jdbc.queryForObject(
                "select exists (select from pg_locks where locktype = 'advisory' and not granted and database ="
                        + " (select oid from pg_database where datname = current_database()))",
                Boolean.class);
    }

    @ParameterizedTest
    @CsvSource({
        // handed over, looked at, missed: by the office's hours, over noon, the night, a weekend and a holiday
        "2026-11-23T01:00:00Z,2026-11-23T02:59:00Z,false",
        "2026-11-23T01:00:00Z,2026-11-23T03:01:00Z,true",
        "2026-11-20T09:30:00Z,2026-11-23T01:30:00Z,false",
        "2026-11-20T09:30:00Z,2026-11-23T02:31:00Z,true",
        "2026-11-23T09:30:00Z,2026-11-25T01:30:00Z,false"
    })
    void countsTheReceiptInWorkingHours(Instant sent, Instant looked, boolean missed) {
        var office = LinkedWorld.CALENDAR.of(MadeUp.WARD);
        assertThat(LegalLimit.RECEIPT.missed(sent, looked, office)).isEqualTo(missed);
    }

    @Test
    void tellsOnce_thatNoReceiptCame_fromTheFirstAttemptOn() {
        double before = missed(LegalLimit.RECEIPT);
        state("SENT", 1, true);
        WORLD.dossiers.jdbc.update(
                "insert into delivery_attempt (delivery_id, number, asked, outcome, at) values (?, 1, false, 'SENT', ?)",
                delivery,
                Timestamp.from(WORLD.dossiers.clock.now()));
        node().look();
        assertThat(codes()).isEmpty();

        WORLD.dossiers.clock.advance(Duration.ofDays(5));
        node().look();
        state("UNCERTAIN", 1, true);
        node().look();
        assertThat(codes()).containsExactly("LINKED-NO-RECEIPT");
        assertThat(missed(LegalLimit.RECEIPT)).isEqualTo(before + 1);

        state("PARKED", 1, true);
        node().look();
        assertThat(codes()).as("a person has it").isEmpty();
    }

    private static LegalLimitWatch node() {
        return new LegalLimitWatch(
                WORLD.linked,
                WORLD.dossiers.deliveries,
                new LegalLimitRepository(WORLD.dossiers.jdbc),
                WORLD.dossiers.workItems,
                LinkedWorld.CALENDAR,
                WORLD.dossiers.clock,
                WORLD.dossiers.transaction,
                REGISTRY);
    }

    private void state(String state, int attempts, boolean maybeSent) {
        WORLD.dossiers.jdbc.update(
                "update delivery set state = ?, attempts = ?, maybe_sent = ? where id = ?",
                state,
                attempts,
                maybeSent,
                delivery);
    }

    private static double missed(LegalLimit limit) {
        return REGISTRY.counter(LegalLimitWatch.METRIC, "limit", limit.name()).count();
    }

    private List<WorkItem> items() {
        return WORLD.dossiers.workItems(parent);
    }

    private List<String> codes() {
        return items().stream().map(WorkItem::code).toList();
    }
}
