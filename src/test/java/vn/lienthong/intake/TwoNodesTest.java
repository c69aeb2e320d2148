package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;
import static vn.lienthong.intake.IntakeNode.answer;
import static vn.lienthong.intake.IntakeNode.outcome;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Two gateway nodes on one database are told things at the same moment. */
class TwoNodesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final IntakeNode one = new IntakeNode(DATABASE);
    private final IntakeNode two = new IntakeNode(DATABASE);
    private final String number = MadeUp.number();

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void answersBothWithOneEvent_whenBothAreToldTheSameNewDossier() throws Exception {
        Both both = atOnce(state(number, 1L, content(DossierStatus.ACCEPTED)), null, told(1), null);

        Accepted first = (Accepted) answer(both.first);
        Accepted second = (Accepted) answer(both.second);
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(second.deliveries()).isEqualTo(first.deliveries()).hasSize(1);
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void storesBoth_whenTheSecondNodeIsToldAHigherRevision() throws Exception {
        Both both = atOnce(told(1), null, told(2), null);

        assertThat(((Accepted) answer(both.first)).version()).isEqualTo(1);
        assertThat(((Accepted) answer(both.second)).version()).isEqualTo(2);
        assertThat(versions()).containsExactly(1, 2);
    }

    @Test
    void refusesTheLowerRevision_whenTheFirstNodeIsToldTheHigher() throws Exception {
        Both both = atOnce(told(2), null, told(1), null);

        assertThat(answer(both.first)).isInstanceOf(Accepted.class);
        assertThat(((Refused) answer(both.second)).problem().code()).isEqualTo("DOSSIER-STALE");
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void judgesByWhatTheOtherLeft_whenTheDossierIsKnown() throws Exception {
        answer(one.submit(told(1)));

        Both both = atOnce(
                state(number, 2L, content(DossierStatus.RETURNED)),
                null,
                state(number, 3L, content(DossierStatus.IN_PROGRESS)),
                null);

        assertThat(((Accepted) answer(both.first)).version()).isEqualTo(2);
        assertThat(((Refused) answer(both.second)).problem().code()).isEqualTo("STATUS-EDGE");
        assertThat(versions()).containsExactly(1, 2);
    }

    @Test
    void givesTheStoredAnswer_whenBothAreAskedUnderOneKey() throws Exception {
        Both both = atOnce(told(1), "key " + number, told(1), "key " + number);

        assertThat(answer(both.first)).isInstanceOf(Accepted.class);
        assertThat(outcome(both.second)).isInstanceOfSatisfying(Outcome.Replayed.class, replayed -> {
            assertThat(replayed.answer().sameRequest()).isTrue();
            assertThat(replayed.answer().status()).isEqualTo(202);
        });
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void storesNothingOfTheSecond_whenItsKeyWasUsedForAnotherRequest() throws Exception {
        String other = MadeUp.number();
        Both both =
                atOnce(told(1), "key " + number, state(other, 1L, content(DossierStatus.ACCEPTED)), "key " + number);

        assertThat(answer(both.first)).isInstanceOf(Accepted.class);
        assertThat(outcome(both.second))
                .isInstanceOfSatisfying(
                        Outcome.Replayed.class,
                        replayed -> assertThat(replayed.answer().sameRequest()).isFalse());
        assertThat(one.world.register.find(other)).isEmpty();
    }

    @Test
    void neverWaitsCrosswise_whenGroupsComeInOppositeOrder() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<String> numbers = Stream.generate(MadeUp::number).limit(24).toList();
            List<CompletableFuture<Outcome>> told = together(
                    24, i -> one.submit(told(numbers.get(i), 1)), i -> two.submit(told(numbers.get(23 - i), 2)));
            assertThat(outcomes(told)).hasOnlyElementsOfType(Outcome.Judged.class);
        }
        assertNobodyWaitedCrosswise();
    }

    @Test
    void neverWaitsCrosswise_whenKeysComeInOppositeOrder() throws Exception {
        List<String> keys = Stream.of("a ", "m ", "z ").map(key -> key + number).toList();
        List<CompletableFuture<Outcome>> told;
        try (Connection third = DATABASE.dataSource().getConnection()) {
            third.setAutoCommit(false);
            take(third, keys.get(1));
            told = together(
                    3,
                    i -> one.submit(told(MadeUp.number(), 1), keys.get(i)),
                    i -> two.submit(told(MadeUp.number(), 1), keys.get(2 - i)));
            Awaitility.await().atMost(LONGEST).until(() -> waiting() == 2);
            third.rollback();
        }
        assertThat(outcomes(told)).filteredOn(Outcome.Judged.class::isInstance).hasSize(3);
        assertNobodyWaitedCrosswise();
    }

    private static void take(Connection connection, String key) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into idempotency (client, key, request, status, answer) values (?, ?, '', 202, '')")) {
            insert.setString(1, MadeUp.WARD);
            insert.setString(2, key);
            insert.executeUpdate();
        }
    }

    /** Lets both nodes gather this many while they are busy, and store them at the same moment. */
    private List<CompletableFuture<Outcome>> together(
            int count, IntFunction<CompletableFuture<Outcome>> first, IntFunction<CompletableFuture<Outcome>> second) {
        CountDownLatch go = new CountDownLatch(1);
        one.beforeStore(() -> await(go));
        two.beforeStore(() -> await(go));
        one.submit(told(MadeUp.number(), 1));
        two.submit(told(MadeUp.number(), 1));
        List<CompletableFuture<Outcome>> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            told.add(first.apply(i));
            told.add(second.apply(i));
        }
        go.countDown();
        return told;
    }

    private static List<Outcome> outcomes(List<CompletableFuture<Outcome>> told) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Outcome> future : told) {
            outcomes.add(outcome(future));
        }
        return outcomes;
    }

    private void assertNobodyWaitedCrosswise() {
        assertThat(Stream.concat(one.troubles.stream(), two.troubles.stream()))
                .noneMatch(PessimisticLockingFailureException.class::isInstance);
    }

    /** The second node is told while the first has written everything and not yet committed; it commits once it is waited for. */
    private Both atOnce(DossierCommand first, String firstKey, DossierCommand second, String secondKey) {
        CountDownLatch written = new CountDownLatch(1);
        one.beforeCommit(() -> {
            written.countDown();
            Awaitility.await().atMost(LONGEST).until(() -> waiting() > 0);
        });
        CompletableFuture<Outcome> one = this.one.submit(first, firstKey);
        await(written);
        return new Both(one, two.submit(second, secondKey));
    }

    /** How many sessions wait for another one. */
    private static int waiting() {
        Integer waiting = new JdbcTemplate(DATABASE.dataSource())
                .queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'",
                        Integer.class);
        return waiting == null ? 0 : waiting;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONGEST.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private DossierCommand told(long revision) {
        return told(number, revision);
    }

    private static DossierCommand told(String number, long revision) {
        return state(number, revision, content(DossierStatus.ACCEPTED));
    }

    private List<Integer> versions() {
        return one.world.register.history(number).stream()
                .map(DossierEvent::version)
                .toList();
    }

    private record Both(CompletableFuture<Outcome> first, CompletableFuture<Outcome> second) {}
}
