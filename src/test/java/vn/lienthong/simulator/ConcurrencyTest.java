package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many callers at once. */
class ConcurrencyTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    @Test
    void letsExactlyOneCreateSucceed_whenManyTryTheSameDossier() throws Exception {
        Caller caller = twins.caller().signedIn();
        List<Callable<JsonNode>> tries = IntStream.range(0, 40)
                .<Callable<JsonNode>>mapToObj(i -> () -> caller.create(dossier().put("GhiChu", "lần " + i)))
                .toList();
        List<String> codes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            codes = threads.invokeAll(tries).stream()
                    .map(Future::resultNow)
                    .map(reply -> reply.path("error_code").asText())
                    .toList();
        }
        assertThat(codes).filteredOn("0"::equals).hasSize(1);
        assertThat(codes).filteredOn("-3"::equals).hasSize(39);
        assertThat(caller.history(NUMBER)).hasSize(1);
        assertThat(caller.stats().path("creates").intValue()).isEqualTo(1);
    }

    @Test
    void keepsItsFiguresAndItsFeedTogether_underParallelCalls() throws Exception {
        Caller caller = twins.caller().signedIn();
        List<Callable<JsonNode>> calls = IntStream.range(0, 100)
                .<Callable<JsonNode>>mapToObj(i -> () -> caller.create(
                        dossier("H99.14-260131-1%03d".formatted(i)), dossier("H99.14-260131-2%03d".formatted(i))))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(calls);
        }
        JsonNode feed = caller.get("/__sim/portal/history").path("items");
        assertThat(feed.findValuesAsText("number"))
                .isEqualTo(IntStream.rangeClosed(1, 200)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(feed.findValuesAsText("MaHoSo")).doesNotHaveDuplicates();
        assertThat(caller.stats().path("dossiers").intValue()).isEqualTo(200);
        assertThat(caller.stats().at("/services/DongBoHoSoMC").intValue()).isEqualTo(100);
    }
}
