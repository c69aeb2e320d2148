package vn.lienthong.evidence.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.evidence.Message;
import vn.lienthong.evidence.TestEvidence;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.TestDatabase;

/**
 * What the tree adds to keeping a message: groups of 16 messages of 2 KB, each group one durable commit; with nonce,
 * transaction number and its index, and without the three, in turn.
 */
class KeepBench {
    private static final int GROUP = 16;

    private final int seconds = Integer.getInteger("seconds", 5);
    private final int rounds = Integer.getInteger("rounds", 6);

    @Test
    @DisplayName("Giữ bản tin, có và không có cây bằng chứng")
    void keepsWithAndWithout() {
        Side with = new Side();
        Side without = new Side();
        without.jdbc.execute("drop index evidence_message_order");
        without.jdbc.execute("alter table evidence_message alter column xid drop not null");
        without.jdbc.execute("alter table evidence_message alter column xid drop default");
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double on = with.run(seconds);
            double off = without.run(seconds);
            System.out.printf("keep, round %d: with %.0f/s, without %.0f/s, ratio %.3f%n", round, on, off, on / off);
            if (round > 0) {
                ratios.add(on / off);
            }
        }
        Collections.sort(ratios);
        System.out.printf(
                "keep: ratio min %.3f median %.3f max %.3f%n",
                ratios.getFirst(), ratios.get(ratios.size() / 2), ratios.getLast());
    }

    private static final class Side {
        private final SingleConnectionDataSource source;
        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;
        private final DataSeal seal = new DataSeal(new SecretKeySpec(new byte[32], "AES"));

        Side() {
            TestDatabase database = TestDatabase.fresh();
            source = new SingleConnectionDataSource(
                    database.url() + "?reWriteBatchedInserts=true", database.user(), database.password(), true);
            source.setAutoCommit(true);
            jdbc = new JdbcTemplate(source);
            transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        }

        double run(int seconds) {
            var evidence = TestEvidence.in(jdbc, seal);
            byte[] body = new byte[2048];
            new Random(1).nextBytes(body);
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            int kept = 0;
            while (System.nanoTime() < end) {
                List<Message> group = new ArrayList<>(GROUP);
                for (int i = 0; i < GROUP; i++) {
                    group.add(new Message(Ids.next(), Message.Direction.IN, "rest", "H15.24133", "x", null, body));
                }
                transaction.executeWithoutResult(status -> evidence.keep(group));
                kept += GROUP;
            }
            return kept / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
