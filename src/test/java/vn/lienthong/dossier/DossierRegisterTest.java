package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;
import static vn.lienthong.dossier.Tellings.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierAnswer.Accepted;
import vn.lienthong.dossier.DossierAnswer.Refused;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.testing.MadeUp;

class DossierRegisterTest {
    private static final DossierWorld WORLD = DossierWorld.fresh();
    private static final String EIGHT = MadeUp.at(8, 0);
    private static final String NINE = MadeUp.at(9, 0);

    private final String number = MadeUp.number();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void storesTwoTellingsOfOneDossier_inOneGroup() {
        TellState first = state(number, 1L, content(DossierStatus.ACCEPTED));
        TellState second = state(number, 2L, content(DossierStatus.IN_PROGRESS));

        List<DossierAnswer> answers = WORLD.apply(first, second);

        assertThat(answers).extracting(answer -> ((Accepted) answer).version()).containsExactly(1, 2);
        assertThat(WORLD.register.history(number))
                .extracting(DossierEvent::id)
                .containsExactly(first.eventId(), second.eventId());
        DossierRecord record = record();
        assertThat(record.version()).isEqualTo(2);
        assertThat(record.revision()).isEqualTo(2);
        assertThat(record.status()).isEqualTo(DossierStatus.IN_PROGRESS);
        assertThat(WORLD.register.content(record)).contains(second.content());
    }

    @Test
    void judgesTheSecondOfAGroup_byWhatTheFirstLeaves() {
        List<DossierAnswer> answers = WORLD.apply(
                state(number, 2L, content(DossierStatus.RETURNED)),
                state(number, 1L, content(DossierStatus.ACCEPTED)),
                state(number, 3L, content(DossierStatus.IN_PROGRESS)),
                state(number, 2L, content(DossierStatus.RETURNED)));

        assertThat(code(answers.get(1))).isEqualTo("DOSSIER-STALE");
        assertThat(code(answers.get(2))).isEqualTo("STATUS-EDGE");
        Accepted first = (Accepted) answers.get(0);
        Accepted again = (Accepted) answers.get(3);
        assertThat(again.repeated()).isTrue();
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(again.deliveries()).isEqualTo(first.deliveries()).hasSize(1);
        assertThat(record().version()).isEqualTo(1);
    }

    @Test
    void keepsWhatCameMeanwhile_whenAPersonChangedAnEarlierVersion() {
        TellState first = state(number, 1L, content(DossierStatus.ACCEPTED));
        TellState second = state(number, 2L, content(DossierStatus.IN_PROGRESS));

        List<DossierAnswer> answers =
                WORLD.apply(first, second, corrected().madeFrom(1), corrected().madeFrom(2));

        assertThat(code(answers.get(2))).isEqualTo("DOSSIER-MOVED");
        assertThat(((Accepted) answers.get(3)).version()).isEqualTo(3);
        assertThat(record().version()).isEqualTo(3);
    }

    private TellState corrected() {
        return state(number, null, content(DossierStatus.IN_PROGRESS, body -> body.put("summary", "Đã sửa")));
    }

    @Test
    void numbersVersionsWithoutGaps_stepsIncluded() {
        WORLD.apply(state(number, 1L, content(DossierStatus.ACCEPTED)), step(number, 1L, EIGHT, "Bước 1"));
        WORLD.apply(step(number, 1L, EIGHT, "Bước 1"), step(number, 3L, NINE, "Bước 3"));
        WORLD.apply(step(number, 2L, NINE, "Bước 2"));
        WORLD.apply(state(number, 2L, content(DossierStatus.IN_PROGRESS)));

        assertThat(WORLD.register.history(number))
                .extracting(DossierEvent::version)
                .containsExactly(1, 2, 3, 4);
        assertThat(record().lastSequence()).isEqualTo(3);
    }

    @Test
    void answersARepeat_withTheStoredEventAndItsDeliveries() {
        Accepted first = WORLD.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));
        WORLD.clock.advance(Duration.ofHours(1));

        Accepted again = WORLD.accepted(state(number, 1L, content(DossierStatus.ACCEPTED)));

        WORLD.clock.reset();
        assertThat(first.repeated()).isFalse();
        assertThat(again)
                .isEqualTo(new Accepted(number, first.eventId(), 1, 1L, first.acceptedAt(), first.deliveries(), true));
        assertThat(first.deliveries())
                .extracting(Delivery::eventId, Delivery::partner, Delivery::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first.eventId(), "portal", "dossier"));
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void takesAStepOfTheNationalFormForOne_whateverItsTitles() {
        TellStep told = step(number, null, EIGHT, "Thẩm tra");
        TellStep fuller = new TellStep(
                UUID.randomUUID(),
                told.number(),
                told.caller(),
                told.intakeAgency(),
                new ProgressStep(
                        null,
                        told.step().occurredAt(),
                        told.step().officer(),
                        "Chuyên viên",
                        "Một cửa",
                        told.step().note(),
                        told.step().status(),
                        null,
                        null,
                        Map.of("NgayBatDau", "20260105080000")));

        assertThat(WORLD.apply(told, fuller, step(number, null, EIGHT, "Trình ký")))
                .extracting(answer -> ((Accepted) answer).eventId())
                .startsWith(told.eventId(), told.eventId())
                .doesNotContainNull();
        assertThat(WORLD.register.history(number)).hasSize(2);
    }

    @Test
    void storesNothingOfAForeignAgency() {
        Caller department = Tellings.caller("H15.02");
        TellState own = state(number, 1L, content(DossierStatus.ACCEPTED));

        DossierAnswer unseen = WORLD.apply(Tellings.by(department, own)).getFirst();
        WORLD.apply(own);
        DossierAnswer seen = WORLD.apply(Tellings.by(department, state(number, 2L, content(DossierStatus.IN_PROGRESS))))
                .getFirst();

        assertThat(code(unseen)).isEqualTo("ACCESS-AGENCY");
        assertThat(code(seen)).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(WORLD.register.history(number)).hasSize(1);
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void leavesARefusalsNeighboursAlone_andAnswersInTheOrderAsked() {
        List<String> numbers =
                IntStream.range(0, 3).mapToObj(i -> MadeUp.number()).toList();
        List<DossierAnswer> answers = WORLD.apply(
                state(numbers.get(2), 1L, content(DossierStatus.ACCEPTED)),
                step(numbers.get(1), 1L, EIGHT, "Chưa có hồ sơ"),
                state(numbers.get(0), 1L, content(DossierStatus.PROCESSED)));

        assertThat(((Accepted) answers.get(0)).dossierNumber()).isEqualTo(numbers.get(2));
        assertThat(code(answers.get(1))).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(((Accepted) answers.get(2)).dossierNumber()).isEqualTo(numbers.get(0));
        assertThat(WORLD.register.find(numbers.get(1))).isEmpty();
    }

    @Test
    void leavesNothing_whenTheTransactionFailsAfterwards() {
        assertThatThrownBy(() -> WORLD.transaction.executeWithoutResult(status -> {
                    WORLD.register.apply(List.of(state(number, 1L, content(DossierStatus.ACCEPTED))), Map.of());
                    throw new IllegalStateException("rehearsed");
                }))
                .hasMessage("rehearsed");

        assertThat(WORLD.register.find(number)).isEmpty();
        assertThat(count("dossier_event") + count("delivery")).isZero();
    }

    @Test
    void makesNoDelivery_forALegOfALinkedDossier() {
        String parent = MadeUp.number();
        Accepted leg =
                WORLD.accepted(state(number, 1L, content(DossierStatus.ACCEPTED, body -> body.put("parent", parent))));
        Accepted step = WORLD.accepted(step(number, 1L, EIGHT, "Bước 1"));

        assertThat(leg.deliveries()).isEmpty();
        assertThat(step.deliveries()).isEmpty();
    }

    private DossierRecord record() {
        return WORLD.register.find(number).orElseThrow();
    }

    private int count(String table) {
        Integer count = WORLD.jdbc.queryForObject(
                "select count(*) from " + table + " where dossier_number = ?", Integer.class, number);
        return count == null ? 0 : count;
    }

    private static String code(DossierAnswer answer) {
        return ((Refused) answer).problem().code();
    }
}
