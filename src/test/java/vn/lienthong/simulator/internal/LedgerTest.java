package vn.lienthong.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small state's journal. */
class LedgerTest {
    @TempDir
    Path directory;

    private static final class Sum implements Ledger.Memory {
        private int sum;

        @Override
        public void recall(JsonNode line) {
            sum += line.path("plus").intValue();
        }

        @Override
        public void summarise(Consumer<ObjectNode> lines) {
            lines.accept(Json.object().put("plus", sum));
        }
    }

    private Sum open(long longest, int more) throws IOException {
        Sum sum = new Sum();
        try (Ledger ledger = new Ledger(directory.resolve("ledger.jsonl"), longest)) {
            ledger.recall(List.of(sum));
            for (int i = 0; i < more; i++) {
                ledger.record(Json.object().put("plus", 1));
            }
        }
        return sum;
    }

    @Test
    void staysShort_howeverMuchIsWritten() throws IOException {
        assertThat(open(500, 1000).sum).isEqualTo(1000);
        assertThat(Files.size(directory.resolve("ledger.jsonl"))).isLessThan(600);
        assertThat(open(500, 0).sum).isEqualTo(1000);
    }

    @Test
    void doesNotRenewItselfAtEveryLine_whenTheSummaryAloneIsLong() throws IOException {
        assertThat(open(1, 100).sum).isEqualTo(100);
        assertThat(open(1, 1).sum).isEqualTo(101);
    }
}
