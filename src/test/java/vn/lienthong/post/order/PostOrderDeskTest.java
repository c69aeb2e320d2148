package vn.lienthong.post.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** Orders as the post's twin sees them, whole or disturbed. */
class PostOrderDeskTest {
    private static final OrderWorld WORLD =
            new OrderWorld(TestDatabase.fresh(), Map.of("repeats-known", "true", "region-needed", "false"));

    private final String dossier = MadeUp.number();

    @AfterEach
    void heal() {
        WORLD.twin.heal();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void givesOneOrder_whoeverPresses() {
        ClaimedDelivery first = WORLD.delivery(dossier);
        int repeated = WORLD.twin.stats().path("duplicates").asInt();

        assertThat(WORLD.send(first)).isInstanceOf(Confirmed.class);
        assertThat(WORLD.send(first)).as("the same delivery").isInstanceOf(Confirmed.class);
        assertThat(WORLD.send(WORLD.delivery(dossier))).as("another delivery").isInstanceOf(Confirmed.class);

        assertThat(ordersOf(dossier)).isEqualTo(1);
        assertThat(WORLD.twin.stats().path("duplicates").asInt()).isEqualTo(repeated);
        JsonNode taken = order(dossier + "-R1");
        assertThat(taken.path("CustomerCode").asText()).isEqualTo("BCCI-H15");
        assertThat(taken.path("ReceiverProvince").asInt()).isEqualTo(63);
        assertThat(taken.path("ReceiverDistrict").asInt()).isEqualTo(6310);
        assertThat(taken.path("ReceiverName").asText()).isEqualTo("Nguyễn Văn Mẫu");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"reset-after", "garbage", "truncated", "late-effect", "delay"})
    void asksBeforeItSendsAgain_whenTheAnswerIsLost(String mode) {
        ClaimedDelivery delivery = WORLD.delivery(dossier);
        WORLD.twin.fault(mode, "order", mode.equals("delay") ? 4000 : 100);

        assertThat(WORLD.send(delivery)).isInstanceOf(MaybeSent.class);
        assertThat(WORLD.ask(delivery)).isInstanceOf(CannotTell.class);
        WORLD.twin.heal();
        org.awaitility.Awaitility.await().until(() -> ordersOf(dossier) == 1);
        assertThat(WORLD.send(delivery)).isInstanceOf(Confirmed.class);

        assertThat(ordersOf(dossier)).as("parcels").isEqualTo(1);
    }

    @Test
    void takesAnAnswerForWhatItIs_whenOnlyItsWordsAreSpoilt() {
        ClaimedDelivery delivery = WORLD.delivery(dossier);
        WORLD.twin.fault("wrong-encoding", "order", 0);

        assertThat(WORLD.send(delivery)).isInstanceOfAny(MaybeSent.class, Confirmed.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"reset-before, order", "down, ''", "error, token", "throttle, order", "session-expired, order"})
    void sendsNothing_whenThePostCannotBeReachedOrWantsCalm(String mode, String service) {
        ClaimedDelivery delivery = WORLD.delivery(dossier);
        WORLD.twin.fault(mode, service, 0);

        DeliveryOutcome outcome = WORLD.send(delivery);

        assertThat(outcome).isInstanceOfAny(NotSent.class, Throttled.class, MaybeSent.class, Confirmed.class);
        assertThat(ordersOf(dossier)).isLessThanOrEqualTo(1);
        WORLD.twin.heal();
        assertThat(WORLD.send(delivery)).isInstanceOf(Confirmed.class);
        assertThat(ordersOf(dossier)).isEqualTo(1);
    }

    @Test
    void renewsATokenThatIsOver_once() {
        assertThat(WORLD.send(WORLD.delivery(dossier))).isInstanceOf(Confirmed.class);
        WORLD.twin.fault("session-expired", "order", 0);
        ClaimedDelivery next = WORLD.delivery(MadeUp.number());
        DeliveryOutcome closed = WORLD.send(next);
        assertThat(closed)
                .isInstanceOfSatisfying(
                        NotSent.class, not -> assertThat(not.reason()).isEqualTo(Reason.SESSION_REFUSED));
        WORLD.twin.heal();

        assertThat(WORLD.send(next)).isInstanceOf(Confirmed.class);
    }

    @Test
    void goesBackToTheAgency_whenTheDossierLacksSomething() {
        ClaimedDelivery lacking =
                WORLD.delivery(dossier, body -> ((ObjectNode) body.path("applicant")).remove("phone"));

        assertThat(WORLD.send(lacking)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.CONTENT_UNSENDABLE);
            assertThat(refused.partnerMessage()).contains("applicant.phone");
        });
        assertThat(WORLD.rows.ofDossier(dossier)).isEmpty();
    }

    @Test
    void tellsTheAgency_whenItSendsWithoutARegion() {
        ClaimedDelivery far = WORLD.delivery(
                dossier, body -> ((ObjectNode) body.path("applicant")).put("address", "Thôn Mẫu, tỉnh Không Có"));

        assertThat(WORLD.send(far)).isInstanceOf(Confirmed.class);
        assertThat(order(dossier + "-R1").path("ReceiverProvince").asInt()).isZero();
        assertThat(WORLD.tracking.dossiers.workItems(dossier))
                .extracting("code")
                .containsExactly("POST-REGION-UNKNOWN");
    }

    @Test
    void waitsForAPerson_whereThePostDoesNotKnowItsOwnNumbers() {
        try (OrderWorld strict = new OrderWorld(TestDatabase.fresh(), Map.of())) {
            ClaimedDelivery delivery = strict.delivery(dossier);
            assertThat(strict.ask(delivery)).as("never sent").isInstanceOf(NotThere.class);
            strict.twin.fault("reset-after", "order", 0);
            assertThat(strict.send(delivery)).isInstanceOf(MaybeSent.class);

            assertThat(strict.ask(delivery))
                    .isInstanceOfSatisfying(
                            Undecidable.class,
                            unclear -> assertThat(unclear.reason()).isEqualTo(Reason.MAYBE_SENT));

            strict.orders.told(new Orders.Told(dossier + "-R1", "EW000000001VN"));
            assertThat(strict.ask(delivery)).as("the feed told of it").isInstanceOf(Confirmed.class);
        }
    }

    private static long ordersOf(String dossier) {
        long count = 0;
        for (JsonNode order : WORLD.twin.orders()) {
            count += order.path("number").asText().startsWith(dossier) ? 1 : 0;
        }
        return count;
    }

    private static JsonNode order(String number) {
        for (JsonNode order : WORLD.twin.orders()) {
            if (order.path("number").asText().equals(number)) {
                return order.path("content");
            }
        }
        throw new AssertionError("no order " + number);
    }
}
