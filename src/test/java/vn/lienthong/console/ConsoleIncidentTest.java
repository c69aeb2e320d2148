package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.intake.compat.CompatHttpTest;

@CompatHttpTest
class ConsoleIncidentTest {
    private final int port;
    private final JdbcTemplate jdbc;

    @Autowired
    ConsoleIncidentTest(@LocalServerPort int port, JdbcTemplate jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    @Test
    void showsWhatGoesOnBeforeWhatIsOver_andNoPersonalNumber() {
        jdbc.update("delete from alert_incident");
        incident("old", "now() - interval '3 days'", "now() - interval '2 days'");
        incident("running", "now() - interval '4 days'", "null");

        var page = Browser.of(port, "viewer").get("/incidents").expect(200);

        assertThat(page.html().select("main tbody tr code").eachText()).containsExactly("running", "old");
        assertThat(page.html().select("main tbody .state").eachText()).containsExactly("đang xảy ra", "đã hết");
        assertThat(page.main()).contains("chưa báo ai").doesNotContain("066090000011");
    }

    private void incident(String cause, String opened, String closed) {
        jdbc.update(
                "insert into alert_incident (id, cause, what_vi, what_en, advice_vi, advice_en, page, count, opened_at,"
                        + " seen_at, closed_at) values (gen_random_uuid(), ?, 'Số 066090000011', 'x', 'y', 'y', '/', 3, "
                        + opened + ", now(), " + closed + ")",
                cause);
    }
}
