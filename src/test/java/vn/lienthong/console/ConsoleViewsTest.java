package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.intake.compat.CompatHttpTest;

/** Lists kept under a name, by people without script. */
@CompatHttpTest
class ConsoleViewsTest {
    private static final String SAVE = "main form[action=/views]";

    private final int port;
    private final JdbcTemplate jdbc;

    @Autowired
    ConsoleViewsTest(@LocalServerPort int port, JdbcTemplate jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    @BeforeEach
    @AfterEach
    void clear() {
        jdbc.update("delete from saved_view");
    }

    @Test
    void keepsAListForItsOwner_aboveTheListAndForNobodyElse() {
        Browser viewer = Browser.of(port, "viewer");
        Page kept = save(viewer, "/deliveries?state=PARKED&partner=portal&after=9", "Đe\u0323\u0302m nay", Map.of());

        assertThat(kept.address().toString()).endsWith("/deliveries?partner=portal&state=PARKED");
        assertThat(kept.one(".shelf a[aria-current]").text()).isEqualTo("Đệm nay");
        assertThat(viewer.get("/deliveries").html().select(".shelf nav a")).hasSize(1);
        assertThat(viewer.get("/deliveries").has(".shelf a[aria-current]")).isFalse();
        assertThat(viewer.get("/work-items").has(".shelf nav")).isFalse();
        assertThat(Browser.of(port, "lead").get("/deliveries").has(".shelf nav"))
                .isFalse();
        assertThat(audited("view.share", "Đệm nay")).isZero();
    }

    @Test
    void showsToAll_whatALeadShares_andWritesItDown() {
        save(Browser.of(port, "lead"), "/work-items?code=TEST-ODD", "Ca đêm", Map.of("shared", "true"));
        Browser viewer = Browser.of(port, "viewer");

        assertThat(viewer.get("/work-items").one(".shelf nav a").attr("href")).isEqualTo("/work-items?code=TEST-ODD");
        assertThat(audited("view.share", "Ca đêm")).isEqualTo(1);
        Page all = viewer.get("/views").expect(200);
        assertThat(all.main()).contains("Ca đêm", "operator:lead", "code: TEST-ODD");
        assertThat(all.has("main form[action$=/remove]")).isFalse();
        assertThat(all.one("main p.closed").text()).contains("Trưởng ca");
    }

    @Test
    void letsNobodyShare_whoMayNot_norChangeWhatIsNotTheirs() {
        Browser operator = Browser.of(port, "operator");
        Page form = operator.get("/deliveries");
        assertThat(form.has("#view-shared")).isFalse();
        operator.submit(form.one(SAVE), Map.of("name", "x", "shared", "true")).expect(403);

        save(Browser.of(port, "lead"), "/deliveries", "Của trưởng ca", Map.of());
        save(Browser.of(port, "lead"), "/deliveries", "Chung", Map.of("shared", "true"));
        String token = form.one(SAVE + " [name=_csrf]").val();
        for (String id : jdbc.queryForList("select id::text from saved_view order by shared", String.class)) {
            assertThat(operator.post("/views/" + id + "/remove", Map.of("_csrf", token))
                            .status())
                    .isIn(403, 404);
            assertThat(operator.post("/views/" + id + "/name", Map.of("_csrf", token, "name", "y"))
                            .status())
                    .isIn(403, 404);
        }
        assertThat(jdbc.queryForList("select name from saved_view", String.class))
                .containsExactlyInAnyOrder("Của trưởng ca", "Chung");
        operator.post("/views", Map.of("page", "/deliveries", "name", "no token"))
                .expect(403);
    }

    @Test
    void opensTheChosenView_firstAfterTheSignIn_andTodayAfterThat() {
        save(Browser.of(port, "operator"), "/audit?act=view.share", "Chia sẻ", Map.of("start", "true"));

        Browser again = new Browser(port);
        Page first =
                again.submit(again.get("/login").one("form"), Map.of("username", "operator", "password", "operator"));
        assertThat(first.address().toString()).endsWith("/audit?act=view.share");
        assertThat(again.get("/").address().getPath()).isEqualTo("/");

        Page views = again.get("/views");
        assertThat(views.main()).contains("đang là trang đầu");
        assertThat(again.submit(views.one("main form[action=/views/start]"), Map.of())
                        .expect(200)
                        .main())
                .doesNotContain("đang là trang đầu");
        assertThat(Browser.of(port, "operator").get("/").address().getPath()).isEqualTo("/");
    }

    @Test
    void isRenamedAndRemoved_andTheStartGoesWithIt() {
        Browser lead = Browser.of(port, "lead");
        save(lead, "/incidents", "Cũ", Map.of("shared", "true", "start", "true"));

        Page renamed = lead.submit(
                        lead.get("/views").one("main form[action$=/name]"), Map.of("name", " Mới\u00A0nhất "))
                .expect(200);
        assertThat(renamed.main()).contains("Mới nhất").doesNotContain("Cũ");
        Page removed =
                lead.submit(renamed.one("main form[action$=/remove]"), Map.of()).expect(200);
        assertThat(removed.has("main tbody")).isFalse();
        assertThat(audited("view.rename", "Cũ → Mới nhất")).isEqualTo(1);
        assertThat(audited("view.remove", "Mới nhất")).isEqualTo(1);
        assertThat(Browser.of(port, "lead").get("/").address().getPath()).isEqualTo("/");
    }

    @Test
    void saysWhatIsWrong_inTheReadersLanguage() {
        Browser viewer = Browser.of(port, "viewer");
        save(viewer, "/deliveries", "Một", Map.of());

        assertThat(save(viewer, "/deliveries?state=READY", "MỘT", Map.of()).main())
                .contains("VIEW-NAME-TAKEN", "đã có chế độ xem tên");
        assertThat(save(viewer, "/deliveries", " ", Map.of()).main()).contains("VIEW-NAME");
        assertThat(save(viewer, "/deliveries", "066090000011", Map.of()).main()).contains("VIEW-PERSONAL");
        assertThat(save(viewer, "/deliveries", "Hai", Map.of("page", "https://example.test/"))
                        .main())
                .contains("VIEW-QUERY");
        viewer.submit(viewer.get("/").one("form[action=/preferences]"), Map.of("language", "en"));
        assertThat(save(viewer, "/deliveries", "một", Map.of()).main()).contains("already has a view");
        assertThat(viewer.get("/deliveries?dossier=066090000011").has(SAVE)).isFalse();
    }

    private static Page save(Browser browser, String path, String name, Map<String, String> more) {
        Map<String, String> typed = new java.util.HashMap<>(more);
        typed.put("name", name);
        return browser.submit(browser.get(path).expect(200).one(SAVE), typed).expect(200);
    }

    private int audited(String act, String words) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where act = ? and reason = ?", Integer.class, act, words);
        return times == null ? 0 : times;
    }
}
