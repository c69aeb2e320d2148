package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** Who signs in how, and an administrator's help for somebody whose phone is gone. */
@CompatHttpTest
class OperatorPageTest {
    private static final String RESET = "/operators/viewer/reset-second-factor";
    private static final Map<String, String> WHY = Map.of("reason", "mất điện thoại, đã gặp tận mặt");

    private final Stage stage;

    @Autowired
    OperatorPageTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @BeforeEach
    void giveTheViewerOne() {
        stage.jdbc()
                .update(
                        "insert into second_factor (id, operator, sealed, since, last_step, wrong, open_from)"
                                + " values (?, 'viewer', '\\x01', now() - interval '1 day', 0, 6, now() + interval '1 minute')",
                        UUID.randomUUID());
    }

    @AfterEach
    void leaveNothing() {
        stage.jdbc().update("delete from second_factor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "lead"})
    void saysToOthersWhyTheVerbIsClosed_andKeepsItClosed(String user) {
        Browser browser = Browser.of(stage.port(), user);
        Page page = browser.get("/operators").expect(200);

        assertThat(page.has("form[action=" + RESET + "]")).isFalse();
        assertThat(page.one("p.closed").text()).contains("cần vai trò Quản trị");
        assertThat(page.main()).contains("Người xem mẫu", "Mật khẩu và mã", "Sai mã nhiều lần");
        Map<String, String> asked = Map.of(
                "reason", "vì", "_csrf", browser.get("/").one("[name=_csrf]").val());
        assertThat(browser.post(RESET, asked).status()).isEqualTo(403);
        assertThat(standing()).isEqualTo(1);
    }

    @Test
    void letsAnAdministratorResetIt_withAReason() {
        Browser admin = Browser.of(stage.port(), "admin");
        Page page = admin.get("/operators").expect(200);
        Page without = admin.submit(page.one("form[action=" + RESET + "]"), Map.of("reason", " "));
        assertThat(without.one(".flash").text()).contains("CONSOLE-REASON");
        assertThat(standing()).isEqualTo(1);

        Page after = admin.submit(without.one("form[action=" + RESET + "]"), WHY);

        assertThat(after.one(".flash").hasClass("good")).isTrue();
        assertThat(standing()).isZero();
        assertThat(stage.audited("second-factor.reset", "operator:viewer")).isPositive();
        assertThat(after.has("form[action=" + RESET + "]")).isFalse();
        Browser.of(stage.port(), "viewer").get("/operators").expect(200);
    }

    private int standing() {
        Integer rows = stage.jdbc().queryForObject("select count(*) from second_factor", Integer.class);
        return rows == null ? 0 : rows;
    }
}
