package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal's twin tells its catalogue, or less of it, or otherwise. */
class PortalCatalogueTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    @Test
    void hidesAndChanges_asToldTo() {
        int all = tell("{}").size();
        assertThat(tell("{\"hidden\":\"1.001193,2.000815\"}")).hasSize(all - 2);
        JsonNode changed = tell("{\"changed\":\"1.001193\"}");
        assertThat(changed).hasSize(all);
        assertThat(changed.get(0).path("TENTTHC").asText()).endsWith("(sửa đổi)");
    }

    @Test
    void listsWhatItSaysNothingAbout() {
        tell("{\"empty\":\"1.001193\"}");
        assertThat(caller.get("/__sim/portal/catalogue").path("empty").asText()).isEqualTo("1.001193");
        assertThat(caller.service(caller.call("LayThuTuc").put("maTTHC", "1.001193"))
                        .path("result"))
                .isEmpty();
    }

    @Test
    void refusesAKnobItDoesNotHave() {
        assertThat(caller.put("/__sim/portal/catalogue", "{\"hide\":\"1.001193\"}"))
                .isEqualTo(400);
    }

    private JsonNode tell(String knob) {
        assertThat(caller.put("/__sim/portal/catalogue", knob)).isEqualTo(200);
        return caller.service(caller.call("LayDanhSachTTHC")).path("result");
    }
}
