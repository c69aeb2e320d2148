package vn.lienthong.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.lienthong.testing.TestDatabase;

/** A reader that keeps its cursor misses nothing, however the commits of two nodes interleave. */
class FeedOrderTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final InboxWorld ONE = new InboxWorld(DATABASE, Map.of());
    private static final InboxWorld OTHER = new InboxWorld(DATABASE, Map.of());
    private static final String WARD = InboxWorld.WARD;

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    @BeforeEach
    void clear() {
        ONE.clear();
    }

    @Test
    void waitsForAnOlderTransaction_beforeItShowsAYoungerOne() {
        Open older = new Open(ONE);
        older.tell("older");
        OTHER.tell(WARD, "younger");

        assertThat(OTHER.subjects(WARD)).isEmpty();
        assertThat(ONE.subjects(WARD)).isEmpty();
        older.commit();

        assertThat(OTHER.subjects(WARD)).containsExactly("older", "younger");
    }

    @Test
    void goesOn_whenTheOlderTransactionIsUndone() {
        Open older = new Open(ONE);
        older.tell("undone");
        OTHER.tell(WARD, "younger");
        assertThat(OTHER.subjects(WARD)).isEmpty();

        older.rollBack();

        assertThat(OTHER.subjects(WARD)).containsExactly("younger");
    }

    @Test
    void neverGivesAPositionBelowOneThatWasRead() {
        ONE.tell(WARD, "first");
        long cursor = ONE.waiting(WARD).getLast().position();
        Open older = new Open(ONE);
        older.tell("older");
        OTHER.tell(WARD, "younger");
        long still = OTHER.after(WARD, 0).getLast().position();
        older.commit();

        assertThat(still).isEqualTo(cursor);
        assertThat(ONE.after(WARD, cursor)).extracting(FeedItem::subject).containsExactly("older", "younger");
    }

    @Test
    void keepsTheOrderOfOneSubject_whenTheTransactionThatBeganFirstTellsLast() {
        Open early = new Open(ONE);
        early.jdbc("create temp table begun (n int)"); // has its number from here on
        OTHER.tell(WARD, "one");
        early.tell("two");
        early.commit();

        assertThat(OTHER.subjects(WARD)).containsExactly("one", "two");
    }

    @Test
    void keepsThatOrder_whileAThirdTransactionBetweenThemIsOpen() {
        Open early = new Open(ONE);
        early.jdbc("select pg_current_xact_id()"); // has its number from here on
        Open between = new Open(ONE);
        between.jdbc("select pg_current_xact_id()");
        OTHER.tell(WARD, "one");
        early.tell("two");
        early.commit();

        assertThat(OTHER.subjects(WARD)).isEmpty();
        between.commit();
        assertThat(OTHER.subjects(WARD)).containsExactly("one", "two");
    }

    @Test
    void placesWhatCameFromAnotherServersCopy_althoughItsTransactionLiesInTheFuture() {
        ONE.tell(WARD, "restored");
        ONE.jdbc().update("update inbox_told set xid = '9000000000000000'::xid8");

        assertThat(ONE.subjects(WARD)).containsExactly("restored");
    }

    @Test
    void losesAndDoublesNothing_whileTwoNodesTellPlaceAndRead() {
        AtomicInteger committed = new AtomicInteger();
        List<CompletableFuture<Void>> tellers = IntStream.range(0, 6)
                .mapToObj(teller -> CompletableFuture.runAsync(() -> tellMany(teller, committed)))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(tellers.toArray(CompletableFuture[]::new));

        List<FeedItem> read = new ArrayList<>();
        boolean done;
        do {
            done = all.isDone();
            InboxWorld node = read.size() % 2 == 0 ? ONE : OTHER;
            read.addAll(node.after(WARD, read.isEmpty() ? 0 : read.getLast().position()));
        } while (!done || read.size() < committed.get());
        all.join();

        assertThat(read).hasSize(committed.get());
        assertThat(read).extracting(FeedItem::id).doesNotHaveDuplicates();
        Map<String, Integer> last = new HashMap<>();
        for (FeedItem item : read) {
            String[] parts = item.subject().split("/");
            int number = Integer.parseInt(parts[1]);
            assertThat(number).isGreaterThan(last.getOrDefault(parts[0], -1));
            last.put(parts[0], number);
        }
    }

    private static void tellMany(int teller, AtomicInteger committed) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        InboxWorld node = teller % 2 == 0 ? ONE : OTHER;
        for (int number = 0; number < 40; number++) {
            String subject = teller + "/" + number;
            boolean undone = random.nextInt(5) == 0;
            node.transaction().executeWithoutResult(status -> {
                node.tellWithin(WARD, subject);
                if (random.nextBoolean()) {
                    node.jdbc().execute("select pg_sleep(0.002)");
                }
                if (undone) {
                    status.setRollbackOnly();
                }
            });
            if (!undone) {
                committed.incrementAndGet();
            }
        }
    }

    /** A transaction that stays open on this thread until it is told to end. */
    private static final class Open {
        private final InboxWorld node;
        private final org.springframework.jdbc.support.JdbcTransactionManager manager;
        private final java.util.concurrent.ExecutorService thread =
                java.util.concurrent.Executors.newSingleThreadExecutor();
        private TransactionStatus status;

        Open(InboxWorld node) {
            this.node = node;
            this.manager = node.get(org.springframework.jdbc.support.JdbcTransactionManager.class);
            run(() -> status = manager.getTransaction(new DefaultTransactionDefinition()));
        }

        void tell(String subject) {
            run(() -> node.tellWithin(WARD, subject));
        }

        void jdbc(String statement) {
            run(() -> node.jdbc().execute(statement));
        }

        void commit() {
            run(() -> manager.commit(status));
            thread.shutdown();
        }

        void rollBack() {
            run(() -> manager.rollback(status));
            thread.shutdown();
        }

        private void run(Runnable step) {
            CompletableFuture.runAsync(step, thread).join();
        }
    }
}
