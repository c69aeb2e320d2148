package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** The examination on a page: what {@code doctor} says on the command line, for whoever is signed in. */
@CompatHttpTest
class ConsoleDoctorTest {
    private final Stage stage;

    @Autowired
    ConsoleDoctorTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @Test
    void examinesWhenAsked_theGravestFirst_andWritesItDown() {
        Browser operator = Browser.of(stage.port(), "operator");
        int before = stage.audited("doctor.examine", "gateway");

        Page page = operator.submit(operator.get("/doctor").one("form[action=/doctor]"), Map.of())
                .expect(200);

        assertThat(page.address().getPath()).isEqualTo("/doctor");
        assertThat(page.html().select("main section h2").eachText())
                .anyMatch(title -> title.startsWith("thư mục dữ liệu"))
                .anyMatch(title -> title.startsWith("cơ sở dữ liệu"));
        // no partner answers here, and that is said before what is well
        assertThat(page.html().select("main section h2 .state").eachText().getFirst())
                .isNotEqualTo("tốt");
        assertThat(page.main()).contains("Cách xử lý:").contains("DATA-DISK");
        assertThat(stage.audited("doctor.examine", "gateway")).isEqualTo(before + 1);
        assertThat(Browser.of(stage.port(), "viewer").get("/doctor").main()).contains("DATA-DISK");
    }

    @Test
    void aViewerReadsWhyTheVerbIsClosed() {
        Browser viewer = Browser.of(stage.port(), "viewer");
        Page page = viewer.get("/doctor").expect(200);

        assertThat(page.has("main form[action=/doctor]")).isFalse();
        assertThat(page.one("main .closed").text()).isNotBlank();
        Map<String, String> proof =
                Map.of("_csrf", page.one("input[name=_csrf]").val());
        viewer.post("/doctor", proof).expect(403);
    }
}
