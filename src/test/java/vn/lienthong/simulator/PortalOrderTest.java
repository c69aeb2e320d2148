package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;
import static vn.lienthong.simulator.Samples.finished;
import static vn.lienthong.simulator.Samples.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the portal's twin calls out of order, by the content alone. */
class PortalOrderTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    @Test
    void countsAnOlderState_whenTheEndOfProcessingHasVanished() {
        caller.create(dossier());
        caller.update(finished());
        caller.update(dossier().put("TrangThaiHoSo", "4"));

        assertThat(outOfOrder()).isEqualTo(1);
        assertThat(caller.history(NUMBER).get(2).path("outOfOrder").booleanValue())
                .isTrue();
        assertThat(caller.history(NUMBER).get(1).path("outOfOrder").booleanValue())
                .isFalse();
    }

    @Test
    void countsEachOlderState_notOnlyTheFirst() {
        caller.create(dossier());
        caller.update(finished());
        caller.update(dossier().put("TrangThaiHoSo", "4"));
        caller.update(dossier().put("TrangThaiHoSo", "5"));
        caller.update(finished().put("TrangThaiHoSo", "10").put("NgayTra", "20260204080000"));

        assertThat(outOfOrder()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"4,2", "5,1", "9,4", "10,9", "8,4", "6,5"})
    void countsAStatusThatGoesBack_whenNoLaterTimeExplainsIt(String shown, String next) {
        caller.create(dossier().put("TrangThaiHoSo", shown));
        caller.update(dossier().put("TrangThaiHoSo", next));
        assertThat(outOfOrder()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,4", "4,5", "5,4", "5,2", "6,4", "7,4", "4,9", "9,10", "2,9", "2,2"})
    void leavesTheUsualWays(String shown, String next) {
        caller.create(dossier().put("TrangThaiHoSo", shown));
        caller.update(dossier().put("TrangThaiHoSo", next).put("GhiChu", "x"));
        assertThat(outOfOrder()).isZero();
    }

    @Test
    void leavesACorrectionThatTellsOfSomethingLater() {
        caller.create(dossier());
        caller.update(finished());
        ObjectNode reopened = dossier().put("TrangThaiHoSo", "4");
        reopened.putArray("DanhSachHoSoBoSung").addObject().put("NgayBoSung", "20260204090000");
        caller.update(reopened);
        assertThat(outOfOrder()).isZero();
    }

    @Test
    void leavesAMovedDeadline() {
        caller.create(dossier());
        caller.update(dossier().put("NgayHenTra", "20260203170000"));
        assertThat(outOfOrder()).isZero();
    }

    @Test
    void countsAStepTakenBeforeOneAlreadyShown_andNotOneAtTheSameTime() {
        caller.create(dossier());
        caller.progress(step("20260131090000"), step("20260131090000").put("NoiDungXuLy", "Trình ký"));
        assertThat(outOfOrder()).isZero();
        caller.progress(step("20260131085959"));
        assertThat(outOfOrder()).isEqualTo(1);
    }

    private int outOfOrder() {
        return caller.stats().path("outOfOrder").intValue();
    }
}
