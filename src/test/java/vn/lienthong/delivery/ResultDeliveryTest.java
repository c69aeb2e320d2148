package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.delivery.DeliveryWorld.STATE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.partner.TestPartners;

/** Results in the queue: each goes out, in its place, and only when it may. */
class ResultDeliveryTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of(
            "portal.settle=2s", "portal.coalesce=all", "portal.kinds=dossier,progress,result", "post.kinds=result"));
    private static final String RESULT = DeliveryRequest.RESULT;
    private static final String DOSSIER = "H15.24133-261121-0001";

    @AfterEach
    void clear() {
        assertThat(WORLD.get(LaneRepository.class).repair()).isZero();
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void isNotReplaced_byALaterResultNorByALaterState() {
        confirm(STATE, WORLD.state(DOSSIER, 1));
        long first = result(2, "portal");
        long second = result(3, "portal");
        long state = WORLD.state(DOSSIER, 4);

        assertThat(List.of(WORLD.stateOf(first), WORLD.stateOf(second), WORLD.stateOf(state)))
                .containsOnly(DeliveryState.READY);
    }

    @Test
    void goesInOrder_withTheDossiersOtherEvents() {
        long before = WORLD.state(DOSSIER, 1);
        long result = result(2, "portal");
        long after = WORLD.state(DOSSIER, 3);

        assertThat(WORLD.claimedIds(RESULT)).isEmpty();
        confirm(STATE, before);
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
        confirm(RESULT, result);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(after);
    }

    @Test
    void isForThePartnerThatIsNamed_only() {
        WORLD.state(DOSSIER, 1);
        long result = result(2, "portal");

        assertThat(WORLD.get(Deliveries.class).ofDossier(DOSSIER).stream()
                        .filter(delivery -> delivery.kind().equals(RESULT)))
                .extracting(Delivery::id)
                .containsExactly(result);
        assertThat(WORLD.get(Deliveries.class).takes("post", RESULT)).isTrue();
        assertThat(WORLD.get(Deliveries.class).takes("post", STATE)).isFalse();
        assertThat(WORLD.get(Deliveries.class).takes("bank", RESULT)).isFalse();
    }

    @Test
    void waitsForItsSeal_andHoldsBackWhatComesAfter() {
        confirm(STATE, WORLD.state(DOSSIER, 1));
        UUID event = Ids.next();
        Deliveries deliveries = WORLD.get(Deliveries.class);
        long result = inTransaction(event, true);
        WORLD.state(DOSSIER, 3);

        assertThat(WORLD.claimedIds(RESULT)).isEmpty();
        assertThat(WORLD.claimedIds(STATE)).isEmpty();
        assertThat(WORLD.delivery(result).reason()).isEqualTo("SEAL-PENDING");

        assertThatThrownBy(() -> WORLD.get(OperatorActs.class).perform(HandAct.RETRY, result, "lead", "thử", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("DELIVERY-SEAL-PENDING"));

        deliveries.releaseSealed(DOSSIER, event);
        assertThat(WORLD.delivery(result).reason()).isNull();
        assertThat(WORLD.claimedIds(RESULT)).containsExactly(result);
    }

    private static void confirm(String kind, long id) {
        assertThat(WORLD.send(kind, new DeliveryOutcome.Confirmed("0"))).containsExactly(id);
    }

    private static long result(int version, String partner) {
        return inTransaction(Ids.next(), false, version);
    }

    private static long inTransaction(UUID event, boolean held) {
        return inTransaction(event, held, 2);
    }

    private static long inTransaction(UUID event, boolean held, int version) {
        Deliveries deliveries = WORLD.get(Deliveries.class);
        Map<UUID, List<Delivery>> made = WORLD.get(TransactionTemplate.class).execute(status -> {
            Map<UUID, List<Delivery>> all = deliveries.enqueue(List.of(new DeliveryRequest(
                    RESULT,
                    DOSSIER,
                    event,
                    version,
                    true,
                    "IN_PROGRESS",
                    "H15.24133",
                    "H15.24133",
                    false,
                    null,
                    "portal")));
            if (held) {
                deliveries.holdForSeal(DOSSIER, event);
            }
            return all;
        });
        return made.get(event).getFirst().id();
    }
}
