package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** One dossier: found, read masked, opened with a reason, corrected and sent again. */
@CompatHttpTest
class ConsoleDossierTest {
    private static final String PERSON = "066090000011";

    private final Stage stage;

    @Autowired
    ConsoleDossierTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @Test
    void isFoundByItsNumber_orByHowThatBegins() {
        String number = stage.dossier();
        Browser viewer = Browser.of(stage.port(), "viewer");
        Element form = viewer.get("/dossiers").one("form[action=/dossiers]");

        assertThat(viewer.submit(form, Map.of("number", number)).address().getPath())
                .isEqualTo("/dossiers/" + number);
        assertThat(viewer.get("/dossiers?number=" + number.substring(0, number.length() - 1))
                        .html()
                        .select("a.open")
                        .eachText())
                .contains(number);
        assertThat(viewer.get("/dossiers?number=Z99.99999").has(".empty")).isTrue();
    }

    @Test
    void tellsItsWholeStory_masked() {
        String number = stage.dossier();
        long delivery = stage.delivery(number, "PARKED", "REPLY-UNKNOWN");
        stage.attempt(delivery, 1, "{\"data\":[{\"MaHoSo\":\"" + number + "\"}]}", "{\"error_code\":\"77\"}");
        stage.workItem(number);
        Client.of("http://127.0.0.1:" + stage.port(), MadeUp.WARD)
                .progress(number, MadeUp.step(1, "IN_PROGRESS"))
                .expect(202);
        Page page = Browser.of(stage.port(), "viewer").get("/dossiers/" + number);

        assertThat(page.html().select(".timeline li").eachAttr("class"))
                .contains("t-STATE", "t-ATTEMPT", "t-WORK", "t-STEP");
        assertThat(page.main()).contains("N. V. Mẫu", "066*****11", "TEST-ODD").doesNotContain("Bước xử lý số 1");
        assertThat(page.html().select("a[href=/deliveries/" + delivery + "]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void staysMasked_forAllButTheLead(String user) {
        String number = stage.dossier();
        Browser browser = Browser.of(stage.port(), user);
        Page page = browser.get("/dossiers/" + number);
        Map<String, String> asked =
                Map.of("reason", "tò mò", "_csrf", page.one("[name=_csrf]").val());

        assertThat(page.has("form[action$=/reveal]")).isFalse();
        assertThat(page.one("ul.closed").text()).contains("Xem dữ liệu cá nhân", "Sửa và gửi lại");
        assertThat(browser.post("/dossiers/" + number + "/reveal", asked).status())
                .isEqualTo(403);
        assertThat(browser.get("/dossiers/" + number + "/edit").status()).isEqualTo(403);
        assertThat(browser.post("/dossiers/" + number + "/edit", asked).status())
                .isEqualTo(403);
        assertThat(browser.get("/dossiers/" + number).text()).doesNotContain(PERSON);
    }

    @Test
    void opensToALead_forOneDossierAndFiveMinutes_writtenDownFirst() {
        String number = stage.dossier();
        String other = stage.dossier();
        Browser lead = Browser.of(stage.port(), "lead");
        Element form = lead.get("/dossiers/" + number).one("form[action$=/reveal]");
        assertThat(lead.submit(form, Map.of("reason", "")).one(".flash.bad").text())
                .contains("CONSOLE-REASON");
        assertThat(stage.audited("dossier.reveal", "dossier:" + number)).isZero();

        Page open = lead.submit(form, Map.of("reason", "đối chiếu với Cổng"));
        assertThat(open.text()).contains(PERSON).contains("Nguyễn Văn Mẫu");
        assertThat(open.raw().headers().firstValueAsLong("Refresh").orElse(0)).isBetween(1L, 301L);
        assertThat(open.raw().headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(stage.audited("dossier.reveal", "dossier:" + number)).isEqualTo(1);
        assertThat(lead.get("/dossiers/" + other).text()).doesNotContain(PERSON);
        assertThat(lead.get("/audit?act=dossier.reveal").main()).contains("đối chiếu với Cổng", "operator:lead");

        Page closed = lead.submit(open.one("form[action$=/conceal]"), Map.of());
        assertThat(closed.text()).doesNotContain(PERSON);
    }

    @Test
    void showsOfABatchOnlyThisDossier_evenWhenOpen_andNeverTheSession() {
        String number = stage.dossier();
        long delivery = stage.delivery(number, "PARKED", "REPLY-UNKNOWN");
        String item = "{\"MaHoSo\":\"%s\",\"ChuHoSo\":\"%s\"}";
        stage.attempt(
                delivery,
                1,
                "{\"session\":\"s3cret\",\"data\":[" + item.formatted("H15.24133-260101-0001", "Lê Thị Láng Giềng")
                        + "," + item.formatted(number, "Nguyễn Văn Mẫu") + "]}",
                "{\"error_code\":\"77\"}");
        Browser lead = Browser.of(stage.port(), "lead");
        Element form = lead.get("/dossiers/" + number).one("form[action$=/reveal]");
        lead.submit(form, Map.of("reason", "đối chiếu"));
        Page page = lead.get("/deliveries/" + delivery);

        assertThat(page.text())
                .contains("Nguyễn Văn Mẫu")
                .doesNotContain("Láng Giềng")
                .doesNotContain("s3cret");
        assertThat(page.main()).contains("Đã bỏ 1 mục");
    }

    @Test
    void isCorrectedByALead_checkedComparedAndSentAsANewVersion() {
        String number = stage.dossier();
        Browser lead = Browser.of(stage.port(), "lead");
        assertThat(lead.get("/dossiers/" + number + "/edit").one(".flash.bad").text())
                .contains("CONSOLE-REVEAL-FIRST");
        lead.submit(lead.get("/dossiers/" + number).one("form[action$=/reveal]"), Map.of("reason", "sửa trích yếu"));
        Page editor = lead.get("/dossiers/" + number + "/edit");
        String content = editor.one("#content").wholeText();
        String corrected = content.replace("Đăng ký khai sinh, lần 1", "Đăng ký khai sinh, đã sửa");

        Page broken = lead.submit(editor.one("form.act"), Map.of("content", content.replace("\"COUNTER\"", "\"X\"")));
        assertThat(broken.one("#errors").text()).contains("/channel");
        assertThat(broken.one("#content").attr("aria-invalid")).isEqualTo("true");

        Page checked = lead.submit(editor.one("form.act"), Map.of("content", corrected));
        assertThat(checked.one("ins").text()).contains("đã sửa");
        assertThat(checked.one("del").text()).contains("lần 1");
        assertThat(lead.submit(checked.one("form.act"), Map.of("send", "true", "reason", ""))
                        .one(".flash.bad")
                        .text())
                .contains("CONSOLE-REASON");
        Page sent = lead.submit(checked.one("form.act"), Map.of("send", "true", "reason", "sai trích yếu"));
        assertThat(sent.one(".flash.good").text()).contains("phiên bản 2");
        assertThat(sent.main()).contains("đã sửa");

        Page late = lead.submit(checked.one("form.act"), Map.of("send", "true", "reason", "lần nữa"));
        assertThat(late.one(".flash.bad").text()).contains("CONSOLE-DOSSIER-MOVED");
        assertThat(stage.jdbc()
                        .queryForObject(
                                "select count(*) from dossier_event where dossier_number = ?", Integer.class, number))
                .isEqualTo(2);
    }

    @Test
    void comparesNothingWithWhatIsStored_andSendsNothing_untilItIsOpen() {
        String number = stage.dossier();
        Browser lead = Browser.of(stage.port(), "lead");
        Page page = lead.get("/dossiers/" + number);
        Element reveal = page.one("form[action$=/reveal]");
        Page open = lead.submit(reveal, Map.of("reason", "sửa trích yếu"));
        Element editor = lead.get("/dossiers/" + number + "/edit").one("form.act");
        lead.submit(open.one("form[action$=/conceal]"), Map.of());
        String typed = editor.selectFirst("#content").wholeText().replace(PERSON, "066090000099");

        for (String send : new String[] {"false", "true"}) {
            Page refused = lead.submit(editor, Map.of("content", typed, "send", send, "reason", "vội"));
            assertThat(refused.one(".flash.bad").text()).contains("CONSOLE-REVEAL-FIRST");
            assertThat(refused.has("del")).isFalse();
            assertThat(refused.text()).doesNotContain(PERSON);
            assertThat(refused.one("#content").wholeText()).isEqualTo(typed);
        }
        lead.submit(reveal, Map.of("reason", "sửa tiếp"));
        assertThat(lead.submit(editor, Map.of("content", typed)).one("del").text())
                .contains(PERSON);
    }

    @Test
    void readsBrokenJsonAsAMistake_notAsAFailure() {
        String number = stage.dossier();
        Browser lead = Browser.of(stage.port(), "lead");
        lead.submit(lead.get("/dossiers/" + number).one("form[action$=/reveal]"), Map.of("reason", "sửa"));
        Element form = lead.get("/dossiers/" + number + "/edit").one("form.act");

        assertThat(lead.submit(form, Map.of("content", "{")).one(".flash.bad").text())
                .contains("JSON-BROKEN");
        assertThat(lead.submit(form, Map.of("content", "")).one(".flash.bad").text())
                .contains("JSON-EMPTY");
    }
}
