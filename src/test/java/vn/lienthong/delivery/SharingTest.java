package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.request;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.partner.TestPartners;

/** Which deliveries share a call. */
class SharingTest {
    private static final DeliveryWorld WORLD =
            DeliveryWorld.fresh(TestPartners.of("portal.settle=2s", "portal.unit-code=competent"));

    @AfterEach
    void clear() {
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void sharesWithinAUnit() {
        tell("H15.1", 1, 1);
        tell("H15.1", 2, 1);
        tell("H15.2", 3, 1);
        assertThat(WORLD.claim(STATE)).extracting(batch -> batch.items().size()).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void keepsCreationsApartFromUpdates() {
        tell("H15.1", 1, 1);
        WORLD.send(STATE, new Confirmed());
        tell("H15.1", 1, 2);
        tell("H15.1", 2, 1);
        assertThat(WORLD.claim(STATE)).extracting(DeliveryBatch::heldByPartner).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void holdsOneDeliveryOfADossierAtMost() {
        tell("H15.1", 1, 1);
        WORLD.enqueue(request(STATE, number("H15.1", 1), 2, "PROCESSED", "H15.1", null));
        tell("H15.1", 2, 1);
        assertThat(WORLD.claim(STATE))
                .singleElement()
                .satisfies(batch -> assertThat(batch.items())
                        .extracting(ClaimedDelivery::dossierNumber)
                        .containsExactly(number("H15.1", 1), number("H15.1", 2)));
    }

    @Test
    void sendsEachAlone_onceABatchFailedWithoutNamingOne() {
        for (int i = 1; i <= 3; i++) {
            tell("H15.1", i, 1);
        }
        WORLD.send(STATE, new MaybeSent(Reason.BATCH_FAILED, null, true));
        WORLD.clock.advance(Duration.ofSeconds(5));
        assertThat(WORLD.ask(STATE, new NotThere())).hasSize(3);
        tell("H15.1", 4, 1);
        tell("H15.1", 5, 1);
        assertThat(WORLD.claim(STATE)).extracting(batch -> batch.items().size()).containsExactlyInAnyOrder(1, 1, 1, 2);
    }

    @Test
    void asksAboutEachOnItsOwn_soThatEachAnswerIsKept() {
        tell("H15.1", 1, 1);
        tell("H15.1", 2, 1);
        WORLD.send(STATE, new MaybeSent(Reason.ANSWER_LOST, null, false));
        WORLD.clock.advance(Duration.ofSeconds(5));

        assertThat(WORLD.claimDoubtful(STATE))
                .hasSize(2)
                .allSatisfy(batch -> assertThat(batch.items()).hasSize(1));
    }

    @Test
    void goesInTheOrderOfTelling_withinACall() {
        List<Long> told = List.of(tell("H15.1", 3, 1), tell("H15.1", 1, 1), tell("H15.1", 2, 1));
        assertThat(WORLD.claimedIds(STATE)).isEqualTo(told);
    }

    @Test
    void sendsNothingMore_whileThePartnerWantsFewerCalls() {
        tell("H15.1", 1, 1);
        WORLD.send(STATE, new Throttled(Duration.ofSeconds(1)));
        tell("H15.1", 2, 1);
        assertThat(WORLD.claim(STATE)).isEmpty();
        org.awaitility.Awaitility.await().until(() -> !WORLD.claim(STATE).isEmpty());
    }

    private static long tell(String agency, int number, int version) {
        return WORLD.enqueue(request(STATE, number(agency, number), version, "ACCEPTED", agency, null))
                .getFirst()
                .id();
    }

    private static String number(String agency, int number) {
        return agency + "-261121-000" + number;
    }
}
