package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.partner.TestPartners;

/** A person sees one thing about a delivery at a time, and nothing once it settled itself. */
class FindingsTest {
    private static final DeliveryWorld WORLD = DeliveryWorld.fresh(TestPartners.of("portal.settle=2s"));
    private static final String DOSSIER = "H15.24133-261121-0001";

    @AfterEach
    void clear() {
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void showsAStepThatWaitsForItsDossier_andNothingOnceItWent() {
        stepThatThePartnerSentBack();
        assertThat(open()).containsExactly("DELIVERY-NOT-HELD");
        bring();
        WORLD.send(STEP, new Confirmed());
        assertThat(open()).isEmpty();
    }

    @Test
    void showsOnlyThatItIsParked_whenAStepThatWaitedIsParked() {
        stepThatThePartnerSentBack();
        bring();
        WORLD.send(STEP, new MaybeSent(Reason.ANSWER_LOST, null, false));
        WORLD.clock.advance(Duration.ofMinutes(10));
        WORLD.ask(STEP, new CannotTell(null));
        assertThat(open()).containsExactly("DELIVERY-PARKED");
    }

    @Test
    void showsOnlyThatItIsRefused_whenAStepThatWaitedIsRefused() {
        stepThatThePartnerSentBack();
        bring();
        WORLD.send(STEP, new Refused(Reason.CONTENT_REFUSED, "-7", null));
        assertThat(open()).containsExactly("DELIVERY-REFUSED");
    }

    private static void stepThatThePartnerSentBack() {
        bring();
        WORLD.step(DOSSIER, 2);
        WORLD.send(STEP, new NotHeld("-5"));
    }

    /** The dossier is seen at the partner. */
    private static void bring() {
        WORLD.get(Deliveries.class).noteHeld(DeliveryWorld.PORTAL, List.of(DOSSIER));
        WORLD.clock.advance(Duration.ofMinutes(10));
    }

    private static List<String> open() {
        return WORLD.jdbc().queryForList("select code from work_item where state = 'OPEN'", String.class);
    }
}
