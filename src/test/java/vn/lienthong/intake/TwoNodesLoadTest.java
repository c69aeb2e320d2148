package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Many callers tell the same dossiers to two nodes, each in an order of its own. */
class TwoNodesLoadTest {
    private static final int DOSSIERS = 200;
    private static final int THREADS = 8;

    @Test
    void storesEveryAcceptedTellingOnce_withVersionsThatHaveNoGaps() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        List<String> numbers = Stream.generate(MadeUp::number).limit(DOSSIERS).toList();
        try (IntakeNode one = new IntakeNode(database);
                IntakeNode two = new IntakeNode(database)) {
            List<DossierAnswer> answers = tellAll(List.of(one, two), numbers);

            assertThat(answers).hasSize(THREADS * DOSSIERS);
            assertThat(answers.stream()
                            .filter(Refused.class::isInstance)
                            .map(refused -> ((Refused) refused).problem().code()))
                    .allMatch("DOSSIER-STALE"::equals);
            Map<String, Set<UUID>> accepted = eventsByDossier(answers);
            assertThat(accepted).hasSize(DOSSIERS);
            accepted.forEach((number, events) -> assertStoredOnce(one, number, events));
            assertThat(count(one, "evidence_message"))
                    .isEqualTo(count(one, "delivery"))
                    .isEqualTo(count(one, "dossier_event"));
        }
    }

    private static List<DossierAnswer> tellAll(List<IntakeNode> nodes, List<String> numbers) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<List<DossierAnswer>>> calls = IntStream.range(0, THREADS)
                    .<Callable<List<DossierAnswer>>>mapToObj(
                            thread -> () -> tell(nodes.get(thread % 2), thread, numbers))
                    .toList();
            List<DossierAnswer> answers = new ArrayList<>();
            for (Future<List<DossierAnswer>> each : pool.invokeAll(calls)) {
                answers.addAll(each.get());
            }
            return answers;
        }
    }

    /** Two threads, one at each node, tell the same revision. */
    private static List<DossierAnswer> tell(IntakeNode node, int thread, List<String> numbers) throws Exception {
        long revision = 1 + thread / 2;
        List<String> shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, new Random(thread));
        List<CompletableFuture<Outcome>> told = new ArrayList<>();
        for (String number : shuffled) {
            told.add(node.submit(state(
                    number,
                    revision,
                    content(DossierStatus.ACCEPTED, body -> body.put("summary", "Lần " + revision)))));
        }
        List<DossierAnswer> answers = new ArrayList<>();
        for (CompletableFuture<Outcome> each : told) {
            answers.add(IntakeNode.answer(each));
        }
        return answers;
    }

    /** Each event was new to one caller exactly; to all others it was a repeat. */
    private static Map<String, Set<UUID>> eventsByDossier(List<DossierAnswer> answers) {
        Map<String, Set<UUID>> events = new TreeMap<>();
        Set<UUID> repeated = new TreeSet<>();
        for (DossierAnswer answer : answers) {
            if (answer instanceof Accepted accepted) {
                Set<UUID> ofDossier = events.computeIfAbsent(accepted.dossierNumber(), number -> new TreeSet<>());
                if (accepted.repeated()) {
                    repeated.add(accepted.eventId());
                } else {
                    assertThat(ofDossier.add(accepted.eventId())).isTrue();
                }
            }
        }
        assertThat(events.values().stream().flatMap(Set::stream)).containsAll(repeated);
        return events;
    }

    private static void assertStoredOnce(IntakeNode node, String number, Set<UUID> accepted) {
        List<DossierEvent> history = node.world.register.history(number);
        assertThat(history).extracting(DossierEvent::id).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(history)
                .extracting(DossierEvent::version)
                .isEqualTo(IntStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history)
                .extracting(event -> ((DossierEvent.StateTold) event).content().summary())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(node.world.register.find(number).orElseThrow().version()).isEqualTo(history.size());
    }

    private static int count(IntakeNode node, String table) {
        Integer count = node.world.jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
