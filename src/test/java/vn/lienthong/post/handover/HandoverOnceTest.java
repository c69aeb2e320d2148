package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** A manifest counts once: however often it comes, from how many sides, and wherever a node broke off. */
class HandoverOnceTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HandoverWorld ONE = new HandoverWorld(DATABASE);
    private static final HandoverWorld TWO = new HandoverWorld(DATABASE);

    @AfterAll
    static void close() {
        ONE.close();
        TWO.close();
    }

    @AfterEach
    void goOn() {
        ONE.at(step -> {});
    }

    @Test
    void givesAllOneAnswer_whenTheyComeAtOneMomentToTwoNodes() throws Exception {
        MadeUpManifest manifest = manifest(20);
        List<Long> before = ONE.rows();

        List<byte[]> answers = atOnce(8, i -> (i % 2 == 0 ? ONE : TWO).take(manifest));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(ONE.rows()).isEqualTo(after(before, 20));
    }

    @Test
    void givesADossierToOneOfTwoManifests_whenTheyComeAtOneMoment() throws Exception {
        List<String> numbers = Stream.generate(MadeUp::number).limit(30).toList();
        MadeUpManifest forth = new MadeUpManifest();
        MadeUpManifest back = new MadeUpManifest();
        numbers.forEach(forth::with);
        numbers.reversed().forEach(back::with);

        List<byte[]> answers = atOnce(2, i -> i == 0 ? ONE.take(forth) : TWO.take(back));

        List<String> verdicts = new ArrayList<>();
        answers.forEach(answer ->
                verdicts.addAll(HandoverWorld.json(answer).path("items").findValuesAsText("status")));
        assertThat(verdicts).filteredOn("ACCEPTED"::equals).hasSize(30);
        assertThat(verdicts).filteredOn("DISCREPANCY"::equals).hasSize(30);
        assertThat(numbers).allSatisfy(number -> {
            assertThat(ONE.dossiers.register.history(number)).hasSize(1);
            assertThat(ONE.dossiers.workItems(number)).extracting("code").contains("HANDOVER-DOSSIER-CLAIMED");
        });
    }

    @Test
    void givesAParcelToOneOfTwoManifests() {
        String parcel = MadeUpManifest.parcel();
        ONE.take(new MadeUpManifest().with(parcel, null, item -> {}));

        JsonNode second = TWO.only(new MadeUpManifest().with(parcel, MadeUp.number(), item -> {}));

        assertThat(second.path("status").asText()).isEqualTo("REJECTED");
        assertThat(second.path("reasons").findValuesAsText("code")).containsExactly("HANDOVER-PARCEL-CLAIMED");
    }

    @Test
    void takesAParcelAgain_thatWasOnlyWrongTheFirstTime() {
        String parcel = MadeUpManifest.parcel();
        String number = MadeUp.number();
        ONE.take(new MadeUpManifest().with(parcel, number, item -> item.put("paperCount", 9)));

        JsonNode second = ONE.only(new MadeUpManifest().with(parcel, number, item -> {}));

        assertThat(second.path("status").asText()).as("%s", second).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "register", "items", "finish", "record", "commit"})
    void leavesNothing_whenItBreaksOff_andGivesTheWholeAnswerWhenRepeated(String step) {
        MadeUpManifest manifest = manifest(3);
        List<Long> before = ONE.rows();
        ONE.at(now -> {
            if (now.equals(step)) {
                throw new IllegalStateException("Broken off at " + step);
            }
        });

        assertThatThrownBy(() -> ONE.take(manifest)).hasMessageContaining(step);

        assertThat(ONE.rows()).isEqualTo(before);
        byte[] answer = TWO.take(manifest);
        ONE.at(now -> {});
        assertThat(ONE.take(manifest)).isEqualTo(answer);
        assertThat(ONE.rows()).isEqualTo(after(before, 3));
    }

    @Test
    void looksAgain_whenTheAgencyTellsTheDossierMeanwhile() {
        String number = MadeUp.number();
        boolean[] told = {false};
        ONE.at(step -> {
            if (step.equals("begin") && !told[0]) {
                told[0] = true;
                TWO.dossiers.transaction.execute(status -> TWO.dossiers.register.apply(
                        List.of(Tellings.state(number, 1L, Tellings.content(DossierStatus.ACCEPTED))),
                        java.util.Map.of()));
            }
        });

        JsonNode item = ONE.only(new MadeUpManifest().with(number));

        assertThat(item.path("status").asText()).as("%s", item).isEqualTo("ACCEPTED");
        assertThat(item.path("notes").findValuesAsText("code")).contains("HANDOVER-DOSSIER-KNOWN");
        assertThat(ONE.dossiers.register.history(number)).hasSize(1);
    }

    @Test
    void doesNotTakeADossierThatIsOver() {
        String number = MadeUp.number();
        ONE.dossiers.transaction.execute(status -> ONE.dossiers.register.apply(
                List.of(Tellings.state(number, 1L, Tellings.content(DossierStatus.RETURNED))), java.util.Map.of()));

        JsonNode item = ONE.only(new MadeUpManifest().with(number));

        assertThat(item.path("status").asText()).isEqualTo("REJECTED");
        assertThat(item.path("reasons").findValuesAsText("code")).containsExactly("HANDOVER-DOSSIER-OVER");
        assertThat(ONE.dossiers.workItems(number)).extracting("code").contains("POST-DISCREPANCY");
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"ACCEPTED", "RETURNED"})
    void saysOfAnotherAgencysDossierNothing_whateverItsStatus(DossierStatus status) {
        String number = MadeUp.number("H15.02");
        DossierContent theirs = Tellings.content(
                status, body -> body.put("intakeAgency", "H15.02").put("competentAgency", "H15.02"));
        ONE.dossiers.transaction.execute(done -> ONE.dossiers.register.apply(
                List.of(Tellings.by(Tellings.caller("H15.02"), Tellings.state(number, 1L, theirs))),
                java.util.Map.of()));

        JsonNode item = ONE.only(new MadeUpManifest().with(number));

        assertThat(item.path("status").asText()).isEqualTo("DISCREPANCY");
        assertThat(item.path("reasons").findValuesAsText("code")).containsExactly("HANDOVER-DOSSIER-COMPARE");
    }

    private static MadeUpManifest manifest(int items) {
        MadeUpManifest manifest = new MadeUpManifest();
        for (int i = 0; i < items; i++) {
            manifest.with(MadeUp.number());
        }
        return manifest;
    }

    /** One hand-over and its record; an item, two claims, an event, a delivery, evidence and news for each. */
    private static List<Long> after(List<Long> before, int items) {
        List<Long> more = List.of(1L, 1L * items, 2L * items, 1L, 1L * items, 1L * items, 1L + items, 1L * items);
        List<Long> after = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            after.add(before.get(i) + more.get(i));
        }
        return after;
    }

    private static List<byte[]> atOnce(int count, java.util.function.IntFunction<byte[]> act) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Callable<byte[]>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int place = i;
                calls.add(() -> act.apply(place));
            }
            List<byte[]> answers = new ArrayList<>();
            for (Future<byte[]> each : pool.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
