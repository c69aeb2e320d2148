package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierStatus;

/** What the platform says of registrations, read back by the twin's own pace. */
class ReadBackTest {
    private static final CivilWorld WORLD = new CivilWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @AfterEach
    void heal() {
        WORLD.set("faults", "{\"mode\":\"none\"}");
        WORLD.set("behaviour", "{\"decision\":\"FINISHED\"}");
        WORLD.jdbc().update("update civil_registration set watched = false");
    }

    @Test
    void goesThroughTheStates_acknowledges_andLearnsTheResultOnce() {
        String number = handedOver();
        assertThat(WORLD.deliveries(number).getLast().state()).isEqualTo(DeliveryState.SENT);

        WORLD.look(1);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.RECEIVED);
        assertThat(WORLD.deliveries(number).getLast().state()).isEqualTo(DeliveryState.CONFIRMED);
        WORLD.look(1);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.ELIGIBLE);
        WORLD.look(5);

        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);
        assertThat(WORLD.facts(number)).hasSize(1);
        FactsTold told = WORLD.facts(number).getFirst();
        assertThat(told.known().facts())
                .containsEntry(
                        "personalId",
                        WORLD.registration(number).path("personalId").asText())
                .containsKeys("registrationNumber", "registrationBook", "registeredOn");
        assertThat(told.version()).isEqualTo(2);
        assertThat(WORLD.evidence.find(told.id()).orElseThrow().dossierNumber()).isEqualTo(number);
        assertThat(WORLD.dossiers.register.find(number).orElseThrow().status()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(WORLD.workItems(number)).isEmpty();
    }

    @Test
    void changesNothingThatItsAgencyTells_andTakesNoRevision() {
        String number = handedOver();
        WORLD.look(4);
        var record = WORLD.dossiers.register.find(number).orElseThrow();

        assertThat(record.revision()).isEqualTo(1);
        WORLD.tell(number, 2, DossierStatus.IN_PROGRESS, body -> body.put("parent", record.parent()));
        assertThat(WORLD.dossiers.register.find(number).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void asksForMore_sendsTheCompletedDossier_andGoesOn() {
        WORLD.set("behaviour", "{\"decision\":\"SUPPLEMENT\"}");
        String number = handedOver();
        WORLD.look(2);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.SUPPLEMENT);
        assertThat(WORLD.workItems(number)).containsExactly(RegistrationFindings.SUPPLEMENT);

        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.tell(number, 2, DossierStatus.IN_PROGRESS, body -> {
            body.put("parent", parent);
            body.putObject("national").putObject("hoTich").put("maGCS", "66001.GCS.00001.26");
        });
        assertThat(WORLD.deliveries(number)).hasSize(2);
        WORLD.sent(number);
        WORLD.look(4);

        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);
        assertThat(WORLD.workItems(number)).isEmpty();
        assertThat(WORLD.registration(number).path("supplemented").asInt()).isEqualTo(1);
    }

    @Test
    void tellsARefusalAsTheAnswer_whenNothingWasReadBefore_andAsAnItemAfter() {
        String first = handedOver();
        WORLD.set("registrations/" + first, "{\"state\":6}");
        WORLD.set("behaviour", "{\"decision\":\"REFUSED\"}");
        String second = handedOver();
        WORLD.look(3);

        assertThat(WORLD.state(first)).isEqualTo(RegistrationState.REFUSED);
        assertThat(WORLD.deliveries(first).getLast().state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(WORLD.workItems(first)).containsExactly("DELIVERY-REFUSED");
        assertThat(WORLD.deliveries(second).getLast().state()).isEqualTo(DeliveryState.CONFIRMED);
        assertThat(WORLD.workItems(second)).containsExactly(RegistrationFindings.REFUSED);
    }

    @Test
    void believesNothingSaidOfTheRefusedOne_whileTheCorrectedOneIsStillToGo() {
        String number = handedOver();
        WORLD.set("registrations/" + number, "{\"state\":6}");
        WORLD.look(2);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.REFUSED);
        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.tell(number, 2, DossierStatus.IN_PROGRESS, body -> body.put("parent", parent));
        WORLD.look(2);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.WAITING);
        assertThat(WORLD.deliveries(number).getLast().state()).isEqualTo(DeliveryState.READY);

        WORLD.jdbc()
                .update(
                        "update delivery set state = 'SENT', attempts = 1 where id = ?",
                        WORLD.deliveries(number).getLast().id());
        WORLD.set("registrations/" + number, "{\"state\":1}");
        WORLD.look(1);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.RECEIVED);
    }

    @Test
    void believesNoStateThatGoesBack_andSaysSoOnce() {
        WORLD.set("behaviour", "{\"decision\":\"PENDING\"}");
        String number = handedOver();
        WORLD.set("registrations/" + number, "{\"state\":3}");
        WORLD.look(1);
        WORLD.set("registrations/" + number, "{\"state\":1}");
        WORLD.look(3);

        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.ELIGIBLE);
        assertThat(WORLD.workItems(number)).containsExactly(RegistrationFindings.ORDER);
        assertThat(WORLD.dossiers.workItems(number).getFirst().occurrences()).isEqualTo(1);

        WORLD.set("registrations/" + number, "{\"state\":4}");
        WORLD.look(1);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);
        assertThat(WORLD.workItems(number)).isEmpty();
    }

    @Test
    void passesNoResultOn_thatLacksTheNumberOrHasAWrongOne() {
        String number = handedOver();
        WORLD.set("registrations/" + number, "{\"state\":4,\"personalId\":\"06612\"}");
        WORLD.look(3);

        assertThat(WORLD.facts(number)).isEmpty();
        assertThat(WORLD.workItems(number)).containsExactly(RegistrationFindings.RESULT_INCOMPLETE);

        WORLD.set("registrations/" + number, "{\"personalId\":\"066226009999\"}");
        WORLD.look(1);
        assertThat(WORLD.facts(number)).hasSize(1);
        assertThat(WORLD.workItems(number)).isEmpty();
    }

    @Test
    void keepsAStateThatTheContractDoesNotHave_beforeAPerson() {
        String number = handedOver();
        WORLD.set("registrations/" + number, "{\"state\":9}");
        WORLD.look(2);

        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.WAITING);
        assertThat(WORLD.workItems(number)).containsExactly(RegistrationFindings.STATE_UNKNOWN);
    }

    @Test
    void readsACorrectedCertificate_whenItsAgencyTellsOfTheDossierAgain() {
        String number = handedOver();
        WORLD.look(4);
        WORLD.set("registrations/" + number, "{\"personalId\":\"066226008888\"}");
        WORLD.look(2);
        assertThat(WORLD.facts(number)).as("nobody looks at what has ended").hasSize(1);

        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.tell(number, 2, DossierStatus.PROCESSED, body -> body.put("parent", parent));
        WORLD.look(3);

        assertThat(WORLD.facts(number)).hasSize(2);
        assertThat(WORLD.facts(number).getLast().known().facts()).containsEntry("personalId", "066226008888");
        assertThat(WORLD.deliveries(number)).as("it is not registered again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void dropsAReading_ofBeforeItsAgencyToldOfTheDossierAgain(int state) {
        WORLD.set("behaviour", "{\"decision\":\"PENDING\"}");
        String number = handedOver();
        WORLD.set("registrations/" + number, "{\"state\":" + state + "}");
        WORLD.look(1);
        WORLD.jdbc()
                .update(
                        "update civil_registration set watched = true, due_at = now() where dossier_number = ?",
                        number);
        Registration under = WORLD.rows
                .claim(WORLD.dossiers.clock.now(), 10, java.util.UUID.randomUUID(), java.time.Duration.ofMinutes(5))
                .getFirst();

        String parent = WORLD.dossiers.register.find(number).orElseThrow().parent();
        WORLD.tell(number, 2, DossierStatus.PROCESSED, body -> body.put("parent", parent));

        assertThat(WORLD.rows.move(under, RegistrationState.FINISHED, null, false, WORLD.dossiers.clock.now()))
                .isFalse();
        WORLD.set("registrations/" + number, "{\"state\":4,\"personalId\":\"066226007777\"}");
        WORLD.look(1);
        assertThat(WORLD.facts(number).getLast().known().facts()).containsEntry("personalId", "066226007777");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "garbage", "reset-after", "truncated", "session-expired", "down"})
    void learnsNothingFromAFault_andGoesOnAfterIt(String mode) {
        String number = handedOver();
        WORLD.set("faults", "{\"mode\":\"" + mode + "\"}");
        WORLD.look(2);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.WAITING);
        WORLD.set("faults", "{\"mode\":\"none\"}");
        WORLD.look(5);

        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);
        assertThat(WORLD.facts(number)).hasSize(1);
    }

    @Test
    void countsAResultOnce_whenSeveralNodesLook() {
        List<String> numbers = List.of(handedOver(), handedOver(), handedOver(), handedOver());
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Void>> nodes = java.util.stream.Stream.of(1, 2, 3, 4)
                    .map(node -> CompletableFuture.runAsync(WORLD.look::look))
                    .toList();
            nodes.forEach(CompletableFuture::join);
            WORLD.dossiers.clock.advance(java.time.Duration.ofSeconds(2));
        }
        assertThat(numbers).allSatisfy(number -> {
            assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);
            assertThat(WORLD.facts(number)).hasSize(1);
        });
    }

    @Test
    void writesNothingOfAReading_whoseClaimIsOver() {
        String number = handedOver();
        WORLD.look(2);
        WORLD.jdbc().update("update civil_registration set lease_until = null where dossier_number = ?", number);
        List<Registration> stale =
                WORLD.rows.claim(WORLD.dossiers.clock.now(), 10, java.util.UUID.randomUUID(), java.time.Duration.ZERO);
        assertThat(stale).extracting(Registration::dossierNumber).containsExactly(number);
        WORLD.look(2);
        assertThat(WORLD.state(number)).isEqualTo(RegistrationState.FINISHED);

        assertThat(WORLD.rows.putOff(stale.getFirst(), "late", WORLD.dossiers.clock.now()))
                .isFalse();
        assertThat(WORLD.rows.move(stale.getFirst(), RegistrationState.REFUSED, null, true, WORLD.dossiers.clock.now()))
                .isFalse();
        assertThat(WORLD.facts(number)).hasSize(1);
    }

    private static String handedOver() {
        String number = WORLD.leg(CivilWorld.BIRTH);
        WORLD.sent(number);
        return number;
    }
}
