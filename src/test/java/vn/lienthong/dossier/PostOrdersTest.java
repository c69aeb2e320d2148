package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.testing.MadeUp;

/** How often a dossier whose result goes by post asks the post to fetch it. */
class PostOrdersTest {
    private static final DossierWorld WORLD = DossierWorld.fresh();

    private final String number = MadeUp.number();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void ordersOnce_howeverOftenTheProcessedDossierIsToldAgain() {
        tell(1, DossierStatus.IN_PROGRESS, "POST");
        assertThat(orders()).isZero();
        tell(2, DossierStatus.PROCESSED, "POST");
        assertThat(orders()).isEqualTo(1);
        called("SENDING", false);

        tell(3, DossierStatus.PROCESSED, "POST");
        tell(4, DossierStatus.IN_PROGRESS, "POST");
        tell(5, DossierStatus.PROCESSED, "POST");

        assertThat(orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"READY,false", "PARKED,false", "REFUSED,false"})
    void replacesAnOrderThatNeverReachedThePost_forItsReceiverMayBeCorrected(String standing, boolean maybeSent) {
        tell(1, DossierStatus.PROCESSED, "POST");
        called(standing, maybeSent);

        tell(2, DossierStatus.PROCESSED, "POST");

        assertThat(orders()).isEqualTo(2);
        assertThat(WORLD.deliveries.ofDossier(number).stream()
                        .filter(PostOrdersTest::isOrder)
                        .map(order -> order.state().name()))
                .containsExactly("CANCELLED", "READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARKED", "UNCERTAIN"})
    void ordersNoOther_whileOneMayHaveArrived(String standing) {
        tell(1, DossierStatus.PROCESSED, "POST");
        called(standing, true);

        tell(2, DossierStatus.PROCESSED, "POST");

        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void doesNotBringBackWhatWasCalledOff_untilItGoesAnotherWay() {
        tell(1, DossierStatus.PROCESSED, "POST");
        called("CANCELLED", false);

        tell(2, DossierStatus.PROCESSED, "POST");
        assertThat(orders()).isEqualTo(1);

        tell(3, DossierStatus.PROCESSED, "COUNTER");
        tell(4, DossierStatus.PROCESSED, "POST");
        assertThat(orders()).isEqualTo(2);
    }

    private void tell(long revision, DossierStatus status, String returnBy) {
        WORLD.accepted(state(
                number,
                revision,
                content(status, body -> body.put("returnBy", returnBy).put("summary", "Lần " + revision))));
    }

    private void called(String standing, boolean maybeSent) {
        WORLD.jdbc.update(
                "update delivery set state = ?, maybe_sent = ? where dossier_number = ? and partner = 'post'",
                standing,
                maybeSent,
                number);
    }

    private long orders() {
        return WORLD.deliveries.ofDossier(number).stream()
                .filter(PostOrdersTest::isOrder)
                .count();
    }

    private static boolean isOrder(Delivery delivery) {
        return delivery.partner().equals("post");
    }
}
