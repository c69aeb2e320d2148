package vn.lienthong.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryAnswer;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Ids;
import vn.lienthong.testing.MadeUp;

/** Facts that one leg gives, put into the legs after it: each once, whatever came first and whatever broke. */
class HandingOnTest {
    private static final LinkedWorld WORLD = new LinkedWorld();

    private String parent;
    private String birth;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        parent = MadeUp.number();
        WORLD.tell(parent, LinkedWorld.LINKED, null, DossierStatus.ACCEPTED, 1);
        birth = WORLD.leg("1.001193", parent);
    }

    @Test
    void putsTheNumberIntoResidenceAndInsuranceSideBySide_once_andTellsTheirAgency() {
        String residence = WORLD.leg("1.004222", parent);
        String card = WORLD.leg("1.990101", parent);
        UUID event = WORLD.give(birth, "066226000001");
        WORLD.node().look();
        WORLD.node().look();
        WORLD.node().sweep();

        for (String leg : List.of(residence, card)) {
            FactsTold told = only(leg);
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.known().facts()).containsEntry("personalId", "066226000001");
            assertThat(told.known().from()).isEqualTo(birth);
            assertThat(told.known().reference()).isEqualTo(event);
            assertThat(WORLD.news(leg)).containsExactly(HandingOn.ARRIVED);
        }
        assertThat(WORLD.facts(birth)).hasSize(1);
        assertThat(WORLD.facts(parent)).isEmpty();
    }

    @Test
    void givesNothingToAStrangersDossier_thatNamesThisParent_norTakesAnything() {
        String strange = WORLD.strangersLeg("1.004222", parent);
        String residence = WORLD.leg("1.004222", parent);
        String forged = WORLD.strangersLeg("1.001193", parent);
        WORLD.give(birth, "066226000009");
        WORLD.give(forged, "066226000010");
        WORLD.node().look();
        WORLD.node().sweep();

        assertThat(WORLD.facts(strange)).isEmpty();
        assertThat(only(residence).known().facts()).containsEntry("personalId", "066226000009");
        assertThat(WORLD.linked.before(WORLD.dossiers.register.find(strange).orElseThrow()))
                .isEmpty();
    }

    @Test
    void newPersonalNumber_endsItsLeg_unlessAStrangerGaveIt() {
        String forged = WORLD.strangersLeg("1.001193", parent);
        WORLD.give(forged, "066226000011");
        assertThat(state("PERSONAL_NUMBER")).isNotEqualTo(LegView.State.DONE);

        WORLD.give(birth, "066226000012");
        assertThat(state("PERSONAL_NUMBER")).isEqualTo(LegView.State.DONE);
        assertThat(state("RESIDENCE")).isEqualTo(LegView.State.READY);
    }

    private LegView.State state(String leg) {
        return WORLD.linked.legs(WORLD.dossiers.register.find(parent).orElseThrow()).orElseThrow().stream()
                .filter(view -> view.leg().code().equals(leg))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void countsNoneOfThemAtThePortal_butTheParent() {
        String residence = WORLD.leg("1.004222", parent);
        WORLD.give(birth, "066226000002");
        WORLD.node().look();

        assertThat(WORLD.dossiers.deliveries.ofDossier(residence)).isEmpty();
        assertThat(WORLD.dossiers.deliveries.ofDossier(birth)).isEmpty();
        assertThat(WORLD.dossiers.deliveries.ofDossier(parent)).hasSize(1);
    }

    @Test
    void reachesALegThatIsToldLater_andOneWhoseParentIsToldLast() {
        WORLD.give(birth, "066226000003");
        WORLD.node().look();
        String card = WORLD.leg("1.990101", parent);
        WORLD.node().look();
        assertThat(WORLD.facts(card)).hasSize(1);

        String late = MadeUp.number();
        String first = WORLD.leg("1.001193", late);
        String second = WORLD.leg("1.004222", late);
        WORLD.give(first, "066226000004");
        WORLD.node().look();
        assertThat(WORLD.facts(second)).isEmpty();
        WORLD.tell(late, LinkedWorld.LINKED, null, DossierStatus.ACCEPTED, 1);
        WORLD.node().look();
        assertThat(WORLD.facts(second)).hasSize(1);
    }

    @Test
    void findsWhatWasMissed_whenAHintWasLost() {
        WORLD.give(birth, "066226000005");
        String card = WORLD.leg("1.990101", parent);
        WORLD.dossiers.jdbc.update("update linked_fact set hinted = false");
        WORLD.node().look();
        assertThat(WORLD.facts(card)).isEmpty();

        WORLD.node().sweep();
        assertThat(WORLD.facts(card)).hasSize(1);
    }

    @Test
    void isOnce_whenFourNodesSweepAtTheSameMoment() {
        List<String> legs = Stream.of("1.004222", "1.990101", "1.990102")
                .map(procedure -> WORLD.leg(procedure, parent))
                .toList();
        WORLD.give(birth, "066226000006");
        List<CompletableFuture<Void>> nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> WORLD.node().sweep()))
                .limit(4)
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(legs).allSatisfy(leg -> {
            assertThat(WORLD.facts(leg)).hasSize(1);
            assertThat(WORLD.news(leg)).hasSize(1);
        });
    }

    @Test
    void isNoneOrWhole_whenItBreaksBetweenEventAndNews() {
        String card = WORLD.leg("1.990101", parent);
        WORLD.give(birth, "066226000007");
        WORLD.dossiers.jdbc.execute("alter table inbox_told rename to inbox_told_away");
        WORLD.node().sweep();
        WORLD.dossiers.jdbc.execute("alter table inbox_told_away rename to inbox_told");
        assertThat(WORLD.facts(card)).isEmpty();
        assertThat(WORLD.news(card)).isEmpty();

        WORLD.node().sweep();
        assertThat(WORLD.facts(card)).hasSize(1);
        assertThat(WORLD.news(card)).hasSize(1);
    }

    @Test
    void givesTheCorrectedFactsAfterTheWrongOnes_neverTheOtherWayRound() {
        String before = WORLD.leg("1.990101", parent);
        WORLD.give(birth, "066226000008");
        List<LinkedFact> stale = WORLD.rows.open(null, 1000);
        WORLD.node().look();
        String after = WORLD.leg("1.004222", parent);
        WORLD.give(birth, "066226000009");
        WORLD.node().look();
        WORLD.node().sweep();

        assertThat(WORLD.facts(before))
                .extracting(told -> told.known().facts().get("personalId"))
                .containsExactly("066226000008", "066226000009");
        assertThat(WORLD.facts(after))
                .extracting(told -> told.known().facts().get("personalId"))
                .containsExactly("066226000009");
        assertThat(stale)
                .filteredOn(fact -> fact.dossierNumber().equals(birth))
                .allSatisfy(fact -> assertThat(WORLD.rows.isOpen(fact.event())).isFalse());
    }

    @Test
    void passesOverStoppedLegs_andThoseThatDoNotWait() {
        String stopped = WORLD.leg("1.990101", parent);
        String stranger = WORLD.leg("1.990103", parent);
        WORLD.stop(stopped, "1.990101", parent);
        WORLD.give(birth, "066226000010");
        WORLD.node().look();

        assertThat(WORLD.facts(stopped)).isEmpty();
        assertThat(WORLD.facts(stranger)).isEmpty();
    }

    @Test
    void letsTheBirthBeReturned_whileTheOtherLegsGoOn() {
        String card = WORLD.leg("1.990101", parent);
        WORLD.give(birth, "066226000011");
        WORLD.node().look();
        WORLD.tell(birth, "1.001193", parent, DossierStatus.RETURNED, 2);

        assertThat(WORLD.view(parent, "BIRTH").state()).isEqualTo(LegView.State.DONE);
        assertThat(WORLD.view(parent, "HEALTH_CARD").state()).isEqualTo(LegView.State.RUNNING);
        assertThat(WORLD.dossiers.register.find(parent).orElseThrow().status()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(WORLD.facts(card)).hasSize(1);
    }

    @Test
    void closesWhatIsDone_whenTheLinkedDossierHasEnded() {
        WORLD.give(birth, "066226000012");
        WORLD.tell(parent, LinkedWorld.LINKED, null, DossierStatus.RETURNED, 2);
        WORLD.node().sweep();

        assertThat(WORLD.rows.open(null, 1000))
                .noneMatch(fact -> fact.dossierNumber().equals(birth));
    }

    @Test
    void takesAWrongCertificateBackToItsIssuer_untilTheCorrectedResultComes() {
        String card = WORLD.leg("1.990101", parent);
        WORLD.give(birth, "066226000013");
        WORLD.node().look();
        WORLD.dossiers.transaction.executeWithoutResult(status -> WORLD.findings.acknowledged(
                List.of(answer(card, Reason.CORRECTION_WANTED), answer(card, Reason.CONTENT_REFUSED))));
        WORLD.dossiers.transaction.executeWithoutResult(
                status -> WORLD.findings.acknowledged(List.of(answer(card, Reason.CORRECTION_WANTED))));

        assertThat(WORLD.dossiers.workItems(birth)).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo(CertificateFindings.WRONG);
            assertThat(item.agency()).isEqualTo(MadeUp.WARD);
            assertThat(item.detail().vi()).contains(card, "Sai ngày sinh");
        });
        assertThat(WORLD.dossiers.workItems(card)).isEmpty();

        WORLD.give(birth, "066226000014");
        assertThat(WORLD.dossiers.workItems(birth)).isEmpty();
    }

    @Test
    void knowsTheIssuerBeforeAnyFactsCame_andNoneForTheFirstLeg() {
        String residence = WORLD.leg("1.004222", parent);
        List<CertificateFindings.Issuer> ofResidence = WORLD.report(residence, "Sai họ mẹ");
        List<CertificateFindings.Issuer> ofBirth = WORLD.report(birth, "Sai họ mẹ");

        assertThat(ofResidence).containsExactly(new CertificateFindings.Issuer(birth, MadeUp.WARD));
        assertThat(ofBirth).isEmpty();
    }

    private static FactsTold only(String number) {
        assertThat(WORLD.facts(number)).hasSize(1);
        return WORLD.facts(number).getFirst();
    }

    private static DeliveryAnswer answer(String number, Reason reason) {
        return new DeliveryAnswer(
                1,
                "insurance",
                "result",
                number,
                Ids.next(),
                MadeUp.WARD,
                DeliveryState.REFUSED,
                reason,
                "Sai ngày sinh",
                null,
                null);
    }
}
