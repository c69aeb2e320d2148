package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.portal.PortalWorld.outcome;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryBatch;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;
import vn.lienthong.delivery.Reason;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.portal.session.ConnectorWorld;
import vn.lienthong.portal.session.SessionPartner;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.HttpDouble.Wire;
import vn.lienthong.testing.TestDatabase;

/** What the portal's answers mean for each dossier of a call. */
class PortalPushTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String NAMED =
            "{\"MaHoSo\":\"H15.24133-261121-%04d\",\"error_code\":\"%s\",\"message\":\"%s\"}";

    private volatile Answer answer = wire -> wire.json("{\"error_code\":0}");
    private HttpDouble partner;
    private PortalWorld world;

    interface Answer {
        void on(Wire wire) throws IOException;
    }

    @BeforeEach
    void open() {
        partner = new HttpDouble(new SessionPartner((request, wire) -> answer.on(wire)));
        world = new PortalWorld(DATABASE, partner.url());
    }

    @AfterEach
    void close() {
        world.close();
        partner.close();
    }

    @Test
    void wholeBatch_isOneCall_builtFromOneReadOfTheEvents() {
        ClaimedDelivery one = world.state();
        ClaimedDelivery two = world.state(DossierStatus.PROCESSED, null, false, 0);
        DeliveryBatch batch = world.push(one, two);
        assertThat(outcome(batch, one)).isEqualTo(new Confirmed("0"));
        assertThat(outcome(batch, two)).isEqualTo(new Confirmed("0"));
        assertThat(world.events().reads()).isEqualTo(1);
        assertThat(lastCall())
                .contains("\"madonvi\":\"H15\",\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"False\",\"data\":[{");
        assertThat(lastCall()).contains("\"TenTTHC\":\"Đăng ký khai sinh\"", "\"TrangThaiHoSo\":\"9\"");
    }

    @Test
    void dossierThatThePortalHolds_isUpdated() {
        world.push(world.state(DossierStatus.ACCEPTED, null, true, 0));
        assertThat(lastCall()).contains("\"isUpdating\":\"True\"");
    }

    @Test
    void steps_goToTheirOwnService_withoutIsUpdating() {
        ClaimedDelivery step = world.step("Chuyển xử lý");
        assertThat(outcome(world.pushSteps(step), step)).isInstanceOf(Confirmed.class);
        assertThat(lastCall())
                .contains("\"service\":\"CapNhatTienDoHoSoMC\",\"data\":[{\"MaHoSo\"")
                .doesNotContain("isUpdating");
    }

    @Test
    void whatCannotBeSaid_goesBackToItsAgency_andTheOthersGoOn() {
        ClaimedDelivery tooLong = world.state(DossierStatus.ACCEPTED, "ă".repeat(1001), false, 0);
        ClaimedDelivery withoutEvent = ConnectorWorld.delivery(99, java.util.UUID.randomUUID(), true, false, 0);
        ClaimedDelivery fine = world.state();
        DeliveryBatch batch = world.push(tooLong, withoutEvent, fine);
        assertThat(outcome(batch, tooLong)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.reason()).isEqualTo(Reason.CONTENT_UNSENDABLE);
            assertThat(no.partnerMessage()).contains("TrichYeuHoSo");
        });
        assertThat(outcome(batch, withoutEvent)).isEqualTo(new Undecidable(Reason.CANNOT_BE_BUILT, null, false));
        assertThat(outcome(batch, fine)).isInstanceOf(Confirmed.class);
        assertThat(lastCall()).doesNotContain("ăă");
    }

    @Test
    void nothingToSay_noCall() {
        ClaimedDelivery tooLong = world.state(DossierStatus.ACCEPTED, "ă".repeat(1001), false, 0);
        DeliveryBatch batch = world.push(tooLong);
        assertThat(outcome(batch, tooLong)).isInstanceOf(Refused.class);
        assertThat(SessionPartner.calls(partner)).isZero();
        assertThat(batch.mayHaveLeft()).isFalse();
    }

    @Test
    void namedItems_haveTheirOwnWord() {
        ClaimedDelivery[] all = {world.state(), world.state(), world.state(), world.state(), world.state()};
        answers(wire -> wire.json("{\"error_code\":\"-10\",\"result\":["
                + NAMED.formatted(1, "0", "") + "," + NAMED.formatted(2, "-3", "đã tồn tại") + ","
                + NAMED.formatted(3, "-7", "Giá trị không hợp lệ") + "," + NAMED.formatted(4, "-4", "") + ","
                + NAMED.formatted(5, "777", "lạ") + "]}"));
        DeliveryBatch batch = world.push(all);
        assertThat(outcome(batch, all[0])).isEqualTo(new Confirmed("0"));
        assertThat(outcome(batch, all[1])).isEqualTo(new AlreadyThere("-3"));
        assertThat(outcome(batch, all[2])).isEqualTo(new Refused(Reason.CONTENT_REFUSED, "-7", "Giá trị không hợp lệ"));
        assertThat(outcome(batch, all[3])).isEqualTo(new NotHeld("-4"));
        assertThat(outcome(batch, all[4])).isEqualTo(new Undecidable(Reason.REPLY_UNKNOWN, "777 lạ", true));
    }

    @Test
    void itemThatTheAnswerForgets_mayHaveArrived() {
        ClaimedDelivery named = world.state();
        ClaimedDelivery forgotten = world.state();
        for (String whole : new String[] {"0", "-10"}) {
            answers(wire ->
                    wire.json("{\"error_code\":\"" + whole + "\",\"result\":[" + NAMED.formatted(1, "0", "") + "]}"));
            DeliveryBatch batch = world.push(named, forgotten);
            assertThat(outcome(batch, named)).isEqualTo(new Confirmed("0"));
            assertThat(outcome(batch, forgotten))
                    .isInstanceOfSatisfying(
                            MaybeSent.class, maybe -> assertThat(maybe.alone()).isTrue());
        }
    }

    @Test
    void itemNamedTwice_countsOnlyIfBothSayTheSame() {
        ClaimedDelivery same = world.state();
        ClaimedDelivery torn = world.state();
        answers(wire -> wire.json("{\"error_code\":0,\"result\":[" + NAMED.formatted(1, "0", "") + ","
                + NAMED.formatted(1, "0", "") + "," + NAMED.formatted(2, "0", "") + "," + NAMED.formatted(2, "-7", "")
                + "," + NAMED.formatted(9, "0", "") + ",7,\"x\"]}"));
        DeliveryBatch batch = world.push(same, torn);
        assertThat(outcome(batch, same)).isEqualTo(new Confirmed("0"));
        assertThat(outcome(batch, torn))
                .isInstanceOfSatisfying(
                        MaybeSent.class, maybe -> assertThat(maybe.reason()).isEqualTo(Reason.ANSWER_UNREADABLE));
    }

    @Test
    void failureThatNamesNobody_splitsTheBatch_butSpeaksForASingleItem() {
        answers(wire -> wire.json("{\"error_code\":\"-7\",\"message\":\"sai\",\"result\":[]}"));
        ClaimedDelivery one = world.state();
        ClaimedDelivery two = world.state();
        DeliveryBatch both = world.push(one, two);
        assertThat(outcome(both, one)).isEqualTo(new MaybeSent(Reason.BATCH_FAILED, "-7 sai", true));
        assertThat(outcome(both, two)).isEqualTo(new MaybeSent(Reason.BATCH_FAILED, "-7 sai", true));
        assertThat(outcome(world.push(one), one)).isEqualTo(new Refused(Reason.CONTENT_REFUSED, "-7", "sai"));
    }

    @Test
    void refusalByHttp_splitsTheBatch_andStopsASingleItem() {
        answers(wire -> wire.answer("413 Too Large", "", new byte[0]));
        ClaimedDelivery one = world.state();
        ClaimedDelivery two = world.state();
        assertThat(outcome(world.push(one, two), one)).isEqualTo(new MaybeSent(Reason.BATCH_FAILED, "HTTP 413", true));
        assertThat(outcome(world.push(one), one)).isInstanceOf(Undecidable.class);
    }

    @Test
    void lostAnswer_makesEveryItemDoubtful_andSplitsOnlyWhatFailsAgainAndAgain() {
        answers(Wire::reset);
        ClaimedDelivery first = world.state();
        ClaimedDelivery third = world.state(DossierStatus.ACCEPTED, null, false, 2);
        DeliveryBatch batch = world.push(first, third);
        assertThat(outcome(batch, first)).isInstanceOfSatisfying(MaybeSent.class, maybe -> {
            assertThat(maybe.reason()).isEqualTo(Reason.ANSWER_LOST);
            assertThat(maybe.alone()).isFalse();
        });
        assertThat(outcome(batch, third))
                .isInstanceOfSatisfying(
                        MaybeSent.class, maybe -> assertThat(maybe.alone()).isTrue());
        assertThat(SessionPartner.calls(partner)).isEqualTo(1);
    }

    @Test
    void stepOfAnUnknownDossier_waitsForItsFullState() {
        answers(wire -> wire.json("{\"error_code\":-5}"));
        ClaimedDelivery step = world.step("x");
        assertThat(outcome(world.pushSteps(step), step)).isEqualTo(new NotHeld("-5"));
    }

    @Test
    void itemTheSessionEndedFor_isNotSent() {
        ClaimedDelivery one = world.state();
        answers(wire -> wire.json("{\"error_code\":0,\"result\":[" + NAMED.formatted(1, "-2", "") + "]}"));
        assertThat(outcome(world.push(one), one)).isInstanceOf(NotSent.class);
    }

    private void answers(Answer next) {
        answer = next;
    }

    private String lastCall() {
        return partner.requests("/mapi/g").getLast().body();
    }
}
