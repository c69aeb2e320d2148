package vn.lienthong.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lienthong.dossier.DossierWorld;
import vn.lienthong.intake.TestIntake;
import vn.lienthong.testing.TestDatabase;

class RoomForOthersTest {
    @Test
    void takesNoAcknowledgementInWhileTheDiskIsLow_andHoldsUpNothingElse() throws Exception {
        try (DossierWorld world = new DossierWorld(TestDatabase.fresh())) {
            RoomForOthers filter = new RoomForOthers(TestIntake.withoutRoom(world));
            MockFilterChain through = new MockFilterChain();

            assertThatThrownBy(() -> filter.doFilter(
                            new MockHttpServletRequest("POST", "/v1/insurance/acknowledgements"),
                            new MockHttpServletResponse(),
                            new MockFilterChain()))
                    .hasMessageContaining("DISK-LOW");
            filter.doFilter(
                    new MockHttpServletRequest("GET", "/v1/insurance/acknowledgements"),
                    new MockHttpServletResponse(),
                    through);
            assertThat(through.getRequest()).isNotNull();
        }
    }
}
