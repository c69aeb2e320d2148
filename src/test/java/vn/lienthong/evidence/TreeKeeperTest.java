package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.evidence.tree.ProofCheck;
import vn.lienthong.evidence.tree.Prover;
import vn.lienthong.evidence.tree.TreeHash;

class TreeKeeperTest {
    private final EvidenceWorld world = new EvidenceWorld(null);

    @Test
    void givesEveryCommittedMessageItsPlace_andProvesIt() {
        List<Message> kept = IntStream.range(0, 600)
                .mapToObj(i -> world.kept("message " + i))
                .toList();

        world.keeper.grow();

        assertThat(world.size()).isEqualTo(600);
        Prover prover = new Prover(world.tree.tree());
        for (Message one : List.of(kept.getFirst(), kept.get(255), kept.get(256), kept.getLast())) {
            long position = world.tree.position(one.id()).orElseThrow();
            byte[] leaf = TreeHash.leaf(leaf(one.id()).text());
            assertThat(ProofCheck.root(leaf, position, 600, prover.inclusion(position, 600))
                            .orElseThrow())
                    .isEqualTo(world.root());
        }
    }

    @Test
    void waitsForAnOpenTransaction_soThatNothingComesBeforeAPlaceGiven() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Message slow = EvidenceWorld.message("slow");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> commit = other.submit(() -> world.transaction.executeWithoutResult(status -> {
                world.evidence.keep(List.of(slow));
                stored.countDown();
                await(mayCommit);
            }));
            await(stored);
            Message quick = world.kept("quick, stored later and committed sooner");

            world.keeper.grow();
            assertThat(world.tree.position(quick.id())).isEmpty();

            mayCommit.countDown();
            commit.get(10, TimeUnit.SECONDS);
            world.keeper.grow();
            assertThat(world.tree.position(slow.id())).hasValue(0);
            assertThat(world.tree.position(quick.id())).hasValue(1);
        }
    }

    @Test
    void leavesNoGapForWhatWasRolledBack() {
        world.kept("first");
        world.transaction.executeWithoutResult(status -> {
            world.evidence.keep(List.of(EvidenceWorld.message("never")));
            status.setRollbackOnly();
        });
        Message last = world.kept("last");

        world.keeper.grow();

        assertThat(world.tree.position(last.id())).hasValue(1);
        assertThat(world.size()).isEqualTo(2);
    }

    @Test
    void misordersAndLosesNothing_whenManyTransactionsInterleaveAndTwoNodesGiveThePlaces() throws Exception {
        EvidenceWorld second = new EvidenceWorld(world.database, null, null);
        int writers = 6;
        int each = 15;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers + 2)) {
            CountDownLatch done = new CountDownLatch(writers);
            List<Future<?>> work = new java.util.ArrayList<>();
            for (int i = 0; i < writers; i++) {
                EvidenceWorld node = i % 2 == 0 ? world : second;
                work.add(pool.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        node.transaction.executeWithoutResult(status -> node.keep(3));
                    }
                    done.countDown();
                }));
            }
            for (EvidenceWorld node : List.of(world, second)) {
                work.add(pool.submit(() -> {
                    while (done.getCount() > 0) {
                        node.keeper.grow();
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        world.keeper.grow();

        assertThat(world.size()).isEqualTo(writers * each * 3L);
        assertThat(world.jdbc.queryForObject(
                        "select count(*) filter (where position between 0 and 269) || ' ' || count(distinct message)"
                                + " from evidence_leaf",
                        String.class))
                .isEqualTo("270 270");
        assertThat(world.root()).isEqualTo(rebuilt());
    }

    @Test
    void goesOnWhereItWas_afterAnEndBetweenAnyTwoSteps() throws Exception {
        world.keep(300);
        try (Connection dying = world.database.dataSource().getConnection()) {
            dying.setAutoCommit(false);
            EvidenceWorld half = new EvidenceWorld(world.database, null, null);
            half.transaction.executeWithoutResult(status -> {
                half.keeper.grow();
                status.setRollbackOnly();
            });
        }
        assertThat(world.size()).isZero();

        world.keeper.grow();

        assertThat(world.size()).isEqualTo(300);
        assertThat(world.root()).isEqualTo(rebuilt());
    }

    @Test
    void goesOn_whenTheDatabaseWasMovedAndCountsItsTransactionsAnew() {
        world.keep(5);
        world.keeper.grow();
        Message waiting = world.kept("stored before the move, without a place");
        world.jdbc.update("update evidence_tree set passed = '900000000000'");
        world.jdbc.update("update evidence_message set xid = '900000000000'");

        world.keeper.grow();
        Message later = world.kept("stored after the move");
        world.keeper.grow();

        assertThat(world.tree.position(waiting.id())).hasValue(5);
        assertThat(world.tree.position(later.id())).hasValue(6);
        assertThat(world.size()).isEqualTo(7);
    }

    private byte[] rebuilt() {
        List<byte[]> leaves = world.jdbc.query(
                "select m.* from evidence_leaf l join evidence_message m on m.id = l.message order by l.position",
                (row, number) -> TreeHash.leaf(TreeRepository.leaf(row).text()));
        return defined(leaves);
    }

    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(defined(leaves.subList(0, split)), defined(leaves.subList(split, leaves.size())));
    }

    private Leaf leaf(UUID id) {
        return world.jdbc.queryForObject(
                "select * from evidence_message where id = ?", (row, number) -> TreeRepository.leaf(row), id);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
