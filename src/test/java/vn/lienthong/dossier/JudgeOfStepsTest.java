package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.JudgeTest.JUDGE;
import static vn.lienthong.dossier.JudgeTest.OTHER;
import static vn.lienthong.dossier.JudgeTest.SAME;
import static vn.lienthong.dossier.JudgeTest.assertRefused;
import static vn.lienthong.dossier.JudgeTest.findings;
import static vn.lienthong.dossier.Past.NUMBER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.dossier.Judge.Verdict;

class JudgeOfStepsTest {
    private static final String AT_NINE = "2026-01-05T09:00:00+07:00";
    private static final String AT_TEN = "2026-01-05T10:00:00+07:00";

    /** An accepted dossier with step 4 at nine and step 7 at ten. */
    private final Past past = new Past()
            .state(1L, Tellings.content(DossierStatus.ACCEPTED), new byte[] {9})
            .step(Tellings.step(4L, AT_NINE, "Bước 4"), SAME)
            .step(Tellings.step(7L, AT_TEN, "Bước 7"), OTHER);

    private Verdict verdict(TellStep told, byte[] hash) {
        return JUDGE.step(told, hash, past.record(), past.events());
    }

    @ParameterizedTest(name = "sequence {0} again")
    @CsvSource({"4, 2", "7, 3"})
    void findsTheStoredStep_whenItsSequenceComesAgain(long sequence, int version) {
        TellStep told = Tellings.step(NUMBER, sequence, AT_NINE, "Viết khác");

        assertThat(verdict(told, new byte[] {5})).isEqualTo(new Verdict.Repeat(past.event(version)));
    }

    @ParameterizedTest(name = "sequence {0} below the last")
    @CsvSource({"6", "5", "3", "0", "-1"})
    void refusesASequenceBelowTheLast_thatWasNeverTold(long sequence) {
        assertRefused(verdict(Tellings.step(NUMBER, sequence, AT_TEN, "Bước"), SAME), 409, "PROGRESS-STALE");
    }

    @ParameterizedTest(name = "sequence {0} at {1}")
    @CsvSource({
        "8, 2026-01-05T10:00:00+07:00",
        "8, 2026-01-05T03:00:00Z",
        "900, 2026-01-05T10:00:01+07:00",
        "9223372036854775807, 2026-01-06T00:00:00+07:00"
    })
    void storesAStepThatRises_notBeforeItsPredecessor(long sequence, String at) {
        assertThat(findings(verdict(Tellings.step(NUMBER, sequence, at, "Bước"), SAME), 4))
                .isEmpty();
    }

    @ParameterizedTest(name = "sequence {0} at {1}")
    @CsvSource({"8, 2026-01-05T09:59:59+07:00", "8, 2026-01-05T10:00:00+08:00", ", 2026-01-05T09:59:59.999+07:00"})
    void refusesATimeBeforeItsPredecessor(Long sequence, String at) {
        Verdict verdict = verdict(Tellings.step(NUMBER, sequence, at, "Bước"), new byte[] {5});

        assertRefused(verdict, 422, "TIME-ORDER");
        assertThat(((Verdict.No) verdict).problem().errors())
                .extracting(error -> error.pointer())
                .containsExactly("/occurredAt");
    }

    @Test
    void tellsAStepByItsContent_whereTheSourceDoesNotCount() {
        TellStep told = Tellings.step(NUMBER, null, AT_TEN, "Bước 7");

        assertThat(verdict(told, OTHER)).isEqualTo(new Verdict.Repeat(past.event(3)));
        assertThat(findings(verdict(told, new byte[] {5}), 4)).isEmpty();
    }

    @Test
    void neverTakesAStateForAStep() {
        assertThat(findings(verdict(Tellings.step(NUMBER, null, AT_TEN, "Bước"), new byte[] {9}), 4))
                .isEmpty();
    }

    @Test
    void knowsNoDossierForAStep_thatNobodyTold() {
        assertRefused(
                JUDGE.step(Tellings.step(NUMBER, 1L, AT_NINE, "Bước 1"), SAME, null, List.of()),
                404,
                "DOSSIER-NOT-FOUND");
    }

    @Test
    void keepsAStepWithoutItsDossier_inTheNationalForm() {
        TellStep told = Tellings.step(NUMBER, null, AT_NINE, "Bước 1");

        assertThat(findings(JUDGE.step(told, SAME, null, List.of()), 1)).containsExactly("DOSSIER-NEVER-TOLD");
    }

    @Test
    void knowsNothingOfADossierOfOthers() {
        Caller department = Tellings.caller("H15.02");
        TellStep counted = Tellings.by(department, Tellings.step(NUMBER, 8L, AT_TEN, "Bước 8"));
        TellStep uncounted = new TellStep(
                counted.eventId(), counted.number(), department, null, Tellings.step(null, AT_TEN, "Bước 8"));

        assertRefused(verdict(counted, SAME), 404, "DOSSIER-NOT-FOUND");
        assertRefused(verdict(uncounted, OTHER), 404, "DOSSIER-NOT-FOUND");
    }

    @Test
    void knowsNothingOfADossierOfOthers_thatNobodyTold() {
        TellStep told = Tellings.by(Tellings.caller("H99"), Tellings.step(NUMBER, null, AT_NINE, "Bước 1"));

        assertRefused(JUDGE.step(told, SAME, null, List.of()), 404, "DOSSIER-NOT-FOUND");
    }
}
