package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.partner.TestPartners;

/** Whoever listens learns what a delivery came to in the very transaction that writes it down. */
class AnnouncementsTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.settle=2s"));
    private static final Ear EAR = new Ear();
    private static final String DOSSIER = "H15.24133-261122-0001";

    static {
        WORLD.listen(EAR);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void clear() {
        WORLD.clear();
        EAR.heard.clear();
        EAR.wanted = false;
        EAR.deaf = false;
    }

    @Test
    void tellsWhatWasRefused_withTheReason() {
        long id = WORLD.state(DOSSIER, 1);

        WORLD.send(DeliveryWorld.STATE, new Refused(Reason.CONTENT_REFUSED, "-7", "Thiếu trường"));

        assertThat(EAR.heard)
                .extracting(
                        DeliveryAnswer::deliveryId,
                        DeliveryAnswer::partner,
                        DeliveryAnswer::dossierNumber,
                        DeliveryAnswer::agency,
                        DeliveryAnswer::state,
                        DeliveryAnswer::reason,
                        DeliveryAnswer::detail,
                        DeliveryAnswer::partnerCode)
                .containsExactly(tuple(
                        id,
                        "portal",
                        DOSSIER,
                        "H15.24133",
                        DeliveryState.REFUSED,
                        Reason.CONTENT_REFUSED,
                        "Thiếu trường",
                        "-7"));
    }

    @Test
    void tellsWhatStandsBeforeAPerson() {
        WORLD.state(DOSSIER, 1);

        WORLD.send(DeliveryWorld.STATE, new Undecidable(Reason.CANNOT_BE_BUILT, null, false));

        assertThat(EAR.heard).extracting(DeliveryAnswer::state).containsExactly(DeliveryState.PARKED);
    }

    @Test
    void tellsNothingOfWhatIsTriedAgain() {
        WORLD.state(DOSSIER, 1);

        WORLD.send(DeliveryWorld.STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));

        assertThat(EAR.heard).isEmpty();
    }

    @Test
    void tellsWhatIsConfirmed_onlyToThoseWhoWantThat() {
        WORLD.state(DOSSIER, 1);
        WORLD.send(DeliveryWorld.STATE, new Confirmed());
        assertThat(EAR.heard).isEmpty();

        EAR.wanted = true;
        WORLD.state(DOSSIER, 2);
        WORLD.send(DeliveryWorld.STATE, new Confirmed("0"));

        assertThat(EAR.heard).extracting(DeliveryAnswer::state).containsExactly(DeliveryState.CONFIRMED);
    }

    @Test
    void tellsWhatAPersonVouchedFor_toThoseWhoWantConfirmations() {
        EAR.wanted = true;
        long id = WORLD.state(DOSSIER, 1);
        WORLD.send(DeliveryWorld.STATE, new Refused(Reason.CONTENT_REFUSED, "-7", null));

        WORLD.get(OperatorActs.class)
                .act(HandAct.MARK_DONE, id, TestAccess.operator(OperatorRole.LEAD), "Đã gọi điện", "Công văn 12");

        assertThat(EAR.heard)
                .extracting(DeliveryAnswer::state)
                .containsExactly(DeliveryState.REFUSED, DeliveryState.CONFIRMED);
    }

    @Test
    void undoesTheOutcome_whenItCannotBeTold() {
        long id = WORLD.state(DOSSIER, 1);
        EAR.deaf = true;

        assertThatThrownBy(() -> WORLD.send(DeliveryWorld.STATE, new Refused(Reason.CONTENT_REFUSED, "-7", null)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(WORLD.stateOf(id)).isEqualTo(DeliveryState.SENDING);
        assertThat(EAR.heard).isEmpty();
    }

    @Test
    void tellsNothing_whenAnotherNodeHasTakenTheDeliveryOver() {
        WORLD.state(DOSSIER, 1);
        List<DeliveryBatch> claimed = WORLD.claim(DeliveryWorld.STATE);
        WORLD.jdbc().update("update delivery set lease_token = gen_random_uuid()");

        claimed.forEach(batch -> {
            batch.noteRest(new Refused(Reason.CONTENT_REFUSED, "-7", null));
            WORLD.engine().record(batch, false, null);
        });

        assertThat(EAR.heard).isEmpty();
    }

    /** Hears within the transaction, or not at all. */
    private static final class Ear implements DeliveryListener {
        private final List<DeliveryAnswer> heard = new ArrayList<>();
        private boolean wanted;
        private boolean deaf;

        @Override
        public boolean wantsConfirmed(String agency) {
            return wanted;
        }

        @Override
        public void answered(List<DeliveryAnswer> answers) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            if (deaf) {
                throw new IllegalStateException("deaf");
            }
            heard.addAll(answers);
        }
    }
}
