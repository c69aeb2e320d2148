package vn.lienthong.delivery.bench;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.bench.Report;
import vn.lienthong.delivery.QueueUnderTest;

/**
 * Whether nodes on one database get in each other's way: as many senders on one node and spread over three, in turn.
 * {@code -Drounds=5 -Dcalls=400 -Dsenders=6}; a call claims and confirms up to 50.
 */
class NodesBench {
    private final int rounds = Integer.getInteger("rounds", 5);
    private final int calls = Integer.getInteger("calls", 400);
    private final int senders = Integer.getInteger("senders", 6);

    @Test
    @DisplayName("Một nút và ba nút trên một cơ sở dữ liệu")
    void claimsAsFastWithThreeNodesAsWithOne() {
        try (QueueUnderTest one = new QueueUnderTest();
                QueueUnderTest three = new QueueUnderTest().withAnotherNode().withAnotherNode()) {
            one.run(calls / 2, senders);
            three.run(calls / 2, senders);
            List<Double> alone = new ArrayList<>();
            List<Double> together = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                alone.add(one.run(calls, senders));
                together.add(three.run(calls, senders));
            }
            Report.begin("Claim and confirm by " + senders + " senders, " + rounds + " rounds in turn");
            Report.say("| nodes | deliveries a second, min / median / max |");
            Report.say("|---|---|");
            Report.say("| 1 | %s |", Report.spread(alone, "%.0f"));
            Report.say("| 3 | %s |", Report.spread(together, "%.0f"));
            Report.say("ratio by medians %.2f; claimed twice 0", Report.median(together) / Report.median(alone));
        }
    }
}
