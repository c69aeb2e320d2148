package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Past.NUMBER;
import static vn.lienthong.dossier.Tellings.content;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.Judge.Verdict;

/** What a full state comes to; steps are judged in {@link JudgeOfStepsTest}. */
class JudgeTest {
    static final byte[] SAME = {1};
    static final byte[] OTHER = {2};

    static final Judge JUDGE = new Judge(new Rights(new Agencies(List.of())), Past.THEN);

    private static Verdict verdict(TellState told, byte[] hash, Past past) {
        return JUDGE.state(told, hash, past.record(), past.events());
    }

    private static Past accepted(Long revision) {
        return new Past().state(revision, content(DossierStatus.ACCEPTED), SAME);
    }

    private static TellState tells(Long revision) {
        return Tellings.state(NUMBER, revision, content(DossierStatus.ACCEPTED));
    }

    static List<String> findings(Verdict verdict, int version) {
        assertThat(verdict).isInstanceOf(Verdict.Fresh.class);
        Verdict.Fresh fresh = (Verdict.Fresh) verdict;
        assertThat(fresh.version()).isEqualTo(version);
        return fresh.findings().stream().map(Suspicion::code).toList();
    }

    static void assertRefused(Verdict verdict, int status, String code) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.No.class, no -> {
            assertThat(no.problem().status()).isEqualTo(status);
            assertThat(no.problem().code()).isEqualTo(code);
        });
    }

    @Nested
    class Status {
        @ParameterizedTest(name = "{0} to {1}: {2}")
        @MethodSource("vn.lienthong.dossier.StatusTable#moves")
        void judgesEveryMove(DossierStatus from, DossierStatus to, StatusEdges.Kind kind) {
            Past past = new Past().state(1L, content(from), SAME);

            Verdict verdict = verdict(Tellings.state(NUMBER, 2L, content(to)), OTHER, past);

            switch (kind) {
                case IMPOSSIBLE -> assertRefused(verdict, 422, "STATUS-EDGE");
                case UNUSUAL -> assertThat(findings(verdict, 2)).containsExactly("DOSSIER-STATUS-UNUSUAL");
                case USUAL -> assertThat(findings(verdict, 2)).isEmpty();
            }
        }

        @ParameterizedTest
        @EnumSource
        void takesAnyStatus_ofADossierNeverToldBefore(DossierStatus status) {
            TellState told = Tellings.state(NUMBER, 7L, content(status));

            assertThat(findings(JUDGE.state(told, SAME, null, List.of()), 1)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void takesAnyStatus_whereOnlyStepsWereTold(DossierStatus status) {
            Past past = new Past().step(Tellings.step(1L, "2026-01-05T08:00:00+07:00", "Đã xem"), SAME);

            assertThat(findings(verdict(Tellings.state(NUMBER, 1L, content(status)), OTHER, past), 2))
                    .isEmpty();
        }

        @Test
        void namesTheFieldAndBothStatuses_whenItRefusesAMove() {
            Past past = new Past().state(1L, content(DossierStatus.RETURNED), SAME);

            Verdict verdict = verdict(Tellings.state(NUMBER, 2L, content(DossierStatus.IN_PROGRESS)), OTHER, past);

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.No.class,
                            no -> assertThat(no.problem().errors())
                                    .singleElement()
                                    .satisfies(error -> {
                                        assertThat(error.pointer()).isEqualTo("/status");
                                        assertThat(error.text().vi()).contains("RETURNED", "IN_PROGRESS");
                                    }));
        }
    }

    @Nested
    class Revision {
        @ParameterizedTest(name = "stored {0}, told {1} with other content")
        @CsvSource({"3, 3", "3, 2", "3, 0", "9223372036854775807, 9223372036854775806"})
        void refusesOtherContent_notAboveTheStoredRevision(long stored, long told) {
            assertRefused(verdict(tells(told), OTHER, accepted(stored)), 409, "DOSSIER-STALE");
        }

        @ParameterizedTest(name = "stored {0}, told {1}")
        @CsvSource({"3, 4", "3, 3000000000", "0, 1", ", 0", "3, ", ", "})
        void storesOtherContent_aboveTheStoredRevisionOrWhereOneSideHasNone(Long stored, Long told) {
            assertThat(findings(verdict(tells(told), OTHER, accepted(stored)), 2))
                    .isEmpty();
        }

        @Test
        void findsTheStoredEvent_whenRevisionAndContentAreThoseOfIt() {
            Past past = accepted(3L);

            assertThat(verdict(tells(3L), SAME, past)).isEqualTo(new Verdict.Repeat(past.event(1)));
        }

        @Test
        void findsAnOlderEvent_whenRevisionAndContentAreThoseOfIt() {
            Past past = accepted(3L).state(4L, content(DossierStatus.IN_PROGRESS), OTHER);

            assertThat(verdict(tells(3L), SAME, past)).isEqualTo(new Verdict.Repeat(past.event(1)));
        }

        @Test
        void storesTheSameContentAgain_underAHigherRevision() {
            assertThat(findings(verdict(tells(4L), SAME, accepted(3L)), 2)).isEmpty();
        }

        @Test
        void looksAtTheRevisionFirst_beforeTheStatus() {
            Past past = new Past().state(3L, content(DossierStatus.RETURNED), SAME);

            assertRefused(verdict(tells(3L), OTHER, past), 409, "DOSSIER-STALE");
        }
    }

    @Nested
    class WithoutRevision {
        private final Past past = accepted(null).state(null, content(DossierStatus.IN_PROGRESS), OTHER);

        @Test
        void findsTheStoredEvent_whenTheContentIsTheLastOne() {
            TellState told = Tellings.state(NUMBER, null, content(DossierStatus.IN_PROGRESS));

            assertThat(verdict(told, OTHER, past)).isEqualTo(new Verdict.Repeat(past.event(2)));
        }

        @Test
        void findsTheLastState_althoughAStepCameAfterIt() {
            past.step(Tellings.step(null, "2026-01-05T09:00:00+07:00", "Đã xem"), new byte[] {3});
            TellState told = Tellings.state(NUMBER, null, content(DossierStatus.IN_PROGRESS));

            assertThat(verdict(told, OTHER, past)).isEqualTo(new Verdict.Repeat(past.event(2)));
        }

        @Test
        void storesOlderContentAgain_whenTheSourceSaysItIsAnUpdate() {
            assertThat(findings(verdict(tells(null), SAME, past), 3)).containsExactly("DOSSIER-STATUS-UNUSUAL");
        }

        @Test
        void takesOlderContentAsALateRepeat_whenTheSourceSaysItIsNew() {
            TellState told = Tellings.declaredNew(NUMBER, content(DossierStatus.ACCEPTED));

            assertThat(verdict(told, SAME, past)).isEqualTo(new Verdict.Repeat(past.event(1)));
        }

        @Test
        void storesContentNeverTold_althoughTheSourceSaysItIsNew() {
            TellState told = Tellings.declaredNew(NUMBER, content(DossierStatus.PROCESSED));

            assertThat(findings(verdict(told, new byte[] {3}, past), 3)).isEmpty();
        }

        @Test
        void neverTakesAStepForAState() {
            Past steps = new Past().step(Tellings.step(null, "2026-01-05T09:00:00+07:00", "Đã xem"), SAME);

            assertThat(findings(verdict(Tellings.declaredNew(NUMBER, content(DossierStatus.ACCEPTED)), SAME, steps), 2))
                    .isEmpty();
        }
    }

    @Nested
    class Owner {
        private final Caller department = Tellings.caller("H15.02");

        @Test
        void refusesADossierOfOthers_thatNobodyTold() {
            assertRefused(JUDGE.state(Tellings.by(department, tells(1L)), SAME, null, List.of()), 403, "ACCESS-AGENCY");
        }

        @Test
        void knowsNothingOfAStoredDossierOfOthers() {
            assertRefused(verdict(Tellings.by(department, tells(2L)), OTHER, accepted(1L)), 404, "DOSSIER-NOT-FOUND");
        }

        @Test
        void refusesToHandADossierToOthersWithoutStaying() {
            TellState given = Tellings.state(
                    NUMBER,
                    2L,
                    content(
                            DossierStatus.ACCEPTED,
                            body -> body.put("intakeAgency", "H15.02").put("competentAgency", "H15.02")));

            assertRefused(verdict(given, OTHER, accepted(1L)), 403, "ACCESS-AGENCY");
        }

        @ParameterizedTest
        @CsvSource({"intakeAgency", "competentAgency", "collectionPoint"})
        void takesADossier_whereTheCallerIsOneOfItsAgencies(String role) {
            TellState told = Tellings.state(
                    NUMBER,
                    1L,
                    content(
                            DossierStatus.ACCEPTED,
                            body -> body.put("intakeAgency", "H99")
                                    .put("competentAgency", "H99")
                                    .put("collectionPoint", "H99")
                                    .put(role, "H15.24133.01")));

            assertThat(findings(JUDGE.state(told, SAME, null, List.of()), 1)).isEmpty();
        }
    }

    @ParameterizedTest(name = "accepted at {0} instead of 07:50")
    @CsvSource({"07:49:59+07:00, true", "07:50:00+07:00, false", "01:50:00+01:00, false", "07:51:00+07:00, false"})
    void findsATimeOfAcceptanceThatWasMovedBack(String time, boolean suspicious) {
        String day = vn.lienthong.testing.MadeUp.at(0, 0).substring(0, 11);
        TellState told =
                Tellings.state(NUMBER, 2L, content(DossierStatus.ACCEPTED, body -> body.put("acceptedAt", day + time)));

        assertThat(findings(verdict(told, OTHER, accepted(1L)), 2))
                .isEqualTo(suspicious ? List.of("DOSSIER-BACKDATED") : List.of());
    }
}
