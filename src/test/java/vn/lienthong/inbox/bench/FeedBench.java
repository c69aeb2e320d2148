package vn.lienthong.inbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.inbox.TestFeed;
import vn.lienthong.testing.TestDatabase;

/**
 * A page of 1,000 items, opened and written as JSON, costs the same whatever lies behind it:
 * {@code -Ditems=1000000 -Drounds=300}.
 */
class FeedBench {
    private static final String WARD = InboxWorld.WARD;
    private static final int PAGE = 1000;
    private static final double GOAL_MILLIS = 50;

    private final int items = Integer.getInteger("items", 1_000_000);
    private final int rounds = Integer.getInteger("rounds", 300);

    @Test
    @DisplayName("Đọc 1.000 mục khi phía sau có một triệu dòng: p99 không quá 50 ms")
    void readsAPage_withAMillionRowsBehindIt() {
        try (InboxWorld world = new InboxWorld(TestDatabase.fresh(), Map.of())) {
            long begin = System.nanoTime();
            for (int told = 0; told < items; told += PAGE) {
                TestFeed.tellMany(world, WARD, told, PAGE);
            }
            Report.begin("Inbox of %,d items".formatted(items));
            Report.say("told and placed at %.0f items a second", items / ((System.nanoTime() - begin) / 1e9));
            world.jdbc().execute("analyze");
            double worst = measure(world, WARD, "all wait, from the first", round -> 0);
            worst = Math.max(worst, measure(world, WARD, "all wait, from anywhere", round -> anywhere(world, round)));
            worst = Math.max(worst, measure(world, "H15", "the province, from the first", round -> 0));
            world.jdbc()
                    .update(
                            "update inbox_entry set acknowledged_at = clock_timestamp(), acknowledged_by = 'bench'"
                                    + " where address = ? and position < ?",
                            WARD,
                            TestFeed.position(world, WARD, items - PAGE));
            worst = Math.max(worst, measure(world, WARD, "all but the last 1,000 just acknowledged", round -> 0));
            world.jdbc().execute("vacuum analyze inbox_entry");
            worst = Math.max(worst, measure(world, WARD, "the same, vacuumed", round -> 0));

            assertThat(worst).as("p99 in ms").isLessThanOrEqualTo(GOAL_MILLIS);
        }
    }

    private long anywhere(InboxWorld world, int round) {
        return TestFeed.position(world, WARD, (int) ((long) round * (items - 2 * PAGE) / rounds));
    }

    private double measure(InboxWorld world, String address, String what, IntToLongFunction after) {
        double[] millis = new double[rounds];
        int size = 0;
        for (int round = -rounds / 10; round < rounds; round++) {
            long from = after.applyAsLong(Math.max(0, round));
            long begin = System.nanoTime();
            size = TestFeed.page(world, address, from, PAGE).length;
            if (round >= 0) {
                millis[round] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        double p99 = millis[(int) Math.ceil(rounds * 0.99) - 1];
        Report.say(
                "%-45s p50 %.1f ms, p99 %.1f ms, max %.1f ms, %,d bytes",
                what, millis[rounds / 2], p99, millis[rounds - 1], size);
        return p99;
    }
}
