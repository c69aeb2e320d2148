package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.register.Envelopes;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.testing.HttpDouble;

/** Many officers at one moment. */
class CrowdTest {
    @Test
    @Timeout(60)
    void asksOnce_forEqualQuestionsAtOneMoment_andKeepsARowOfEach() {
        CountDownLatch answer = new CountDownLatch(1);
        try (HttpDouble partner = waiting(answer, new AtomicInteger());
                CitizenWorld world = new CitizenWorld(partner.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String dossier = world.dossier();
            List<CompletableFuture<LookUpAnswer>> asked = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> world.ask(dossier, "fullName"), threads))
                    .toList();
            await().until(() -> world.rows(CitizenWorld.PERSON).size() == 12);
            answer.countDown();

            assertThat(asked.stream().map(CompletableFuture::join)).allMatch(each -> each.match() == Match.MATCHED);
            assertThat(partner.requests()).hasSize(1);
            assertThat(world.messages(dossier)).isEqualTo(2);
            assertThat(world.rows(CitizenWorld.PERSON)).allMatch(row -> row.end() != null);
        }
    }

    @Test
    @Timeout(60)
    void letsIntakeThrough_whileHundredsWaitForASlowRegister() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        try (HttpDouble partner = waiting(answer, most);
                CitizenWorld world = new CitizenWorld(partner.url(), "population.concurrency=6");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> numbers = IntStream.range(0, 300)
                    .mapToObj(i -> "066090%06d".formatted(100 + i))
                    .toList();
            String dossier = world.dossier(
                    DossierStatus.IN_PROGRESS,
                    body -> ((com.fasterxml.jackson.databind.node.ObjectNode) body.path("applicant"))
                            .remove("personalId"));
            List<CompletableFuture<LookUpAnswer>> asked = numbers.stream()
                    .map(number -> CompletableFuture.supplyAsync(
                            () -> world.lookUps.ask(
                                    CitizenWorld.request(
                                            dossier, number, CitizenWorld.NAME, CitizenWorld.BORN, "fullName"),
                                    CitizenWorld.WARD),
                            threads))
                    .toList();
            await().until(() -> partner.requests().size() == 6);

            assertThat(world.dossier()).as("taken in meanwhile").isNotEmpty();
            answer.countDown();

            assertThat(asked.stream().map(CompletableFuture::join))
                    .hasSize(300)
                    .allMatch(each -> each.match() == Match.UNVERIFIED);
            assertThat(most.get()).isLessThanOrEqualTo(6);
        }
    }

    /** A register that answers everybody about the first made-up person once it is let. */
    private static HttpDouble waiting(CountDownLatch answer, AtomicInteger most) {
        AtomicInteger inside = new AtomicInteger();
        return new HttpDouble((request, wire) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
            wire.answer("200 OK", "", Envelopes.of(Envelopes.MAU).getBytes(StandardCharsets.UTF_8));
        });
    }
}
