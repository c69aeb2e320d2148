package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** Which role finds which verb open, and that a closed one stays closed to whoever calls it all the same. */
@CompatHttpTest
class ConsoleVerbsTest {
    private static final Map<String, String> WHY = Map.of("reason", "vì đã xem xét", "evidence", "CV 12/UBND");

    private final Stage stage;

    @Autowired
    ConsoleVerbsTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,retry,false",
        "viewer,cancel,false",
        "viewer,mark-done,false",
        "operator,retry,true",
        "operator,cancel,false",
        "operator,mark-done,false",
        "lead,retry,true",
        "lead,cancel,true",
        "lead,mark-done,true"
    })
    void opensEachVerbByRole_andSaysWhyAnotherIsClosed(String user, String verb, boolean open) {
        long id = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        Browser browser = Browser.of(stage.port(), user);
        Page page = browser.get("/deliveries/" + id);
        String form = "form[action=/deliveries/" + id + "/" + verb + "]";

        assertThat(page.has(form)).isEqualTo(open);
        if (open) {
            Page after = browser.submit(page.one(form), WHY).expect(200);
            assertThat(after.one(".flash").hasClass("good")).isTrue();
            assertThat(stage.audited("delivery." + verb, "delivery:" + id)).isEqualTo(1);
        } else {
            assertThat(page.one("ul.closed").text()).contains("cần vai trò");
            assertThat(page.html().select("form ul.closed")).isEmpty();
            assertThat(browser.post("/deliveries/" + id + "/" + verb, with(page, WHY))
                            .status())
                    .isEqualTo(403);
            assertThat(stage.state(id)).isEqualTo("PARKED");
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer,403", "operator,200"})
    void holdsAndResumesAPartner(String user, int status) {
        Browser browser = Browser.of(stage.port(), user);
        Page page = browser.get("/partners");
        assertThat(page.has("form[action=/partners/portal/pause]")).isEqualTo(status == 200);
        Page paused = browser.post("/partners/portal/pause", with(page, WHY));
        assertThat(paused.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(paused.main()).contains("operator:operator", "vì đã xem xét");
            assertThat(browser.get("/").main()).contains("Người vận hành đã tạm ngừng gửi.");
            Page resumed = browser.submit(paused.one("form[action=/partners/portal/resume]"), WHY);
            assertThat(resumed.has("form[action=/partners/portal/pause]")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer,403", "operator,200", "lead,200"})
    void resolvesAWorkItem(String user, int status) {
        String dossier = stage.dossier();
        String path = "/work-items/" + stage.workItem(dossier) + "/resolve";
        Browser browser = Browser.of(stage.port(), user);
        Page page = browser.get("/work-items?dossier=" + dossier);
        assertThat(page.has("form[action=" + path + "]")).isEqualTo(status == 200);
        assertThat(browser.post(path, with(page, WHY)).status()).isEqualTo(status);
        String now =
                browser.get("/work-items?state=RESOLVED&dossier=" + dossier).main();
        assertThat(now.contains("TEST-ODD")).isEqualTo(status == 200);
    }

    @Test
    void changesNothing_withoutTheTokenOfThePage() {
        String dossier = stage.dossier();
        long id = stage.delivery(dossier, "PARKED", "REPLY-UNKNOWN");
        Browser lead = Browser.of(stage.port(), "lead");
        for (String path : List.of(
                "/deliveries/" + id + "/retry",
                "/deliveries/" + id + "/cancel",
                "/deliveries/" + id + "/mark-done",
                "/bulk-actions/new",
                "/dossiers/" + dossier + "/reveal",
                "/dossiers/" + dossier + "/edit",
                "/work-items/" + stage.workItem(dossier) + "/resolve",
                "/partners/portal/pause",
                "/partners/portal/resume",
                "/preferences")) {
            assertThat(lead.post(path, WHY).status()).as(path).isEqualTo(403);
        }
        assertThat(stage.state(id)).isEqualTo("PARKED");
    }

    @Test
    void asksForAReason_andShowsItsCode() {
        long id = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        Browser lead = Browser.of(stage.port(), "lead");
        Page page = lead.get("/deliveries/" + id);
        Element form = page.one("form[action$=/retry]");

        assertThat(lead.submit(form, Map.of("reason", " ")).one(".flash.bad").text())
                .contains("CONSOLE-REASON");
        assertThat(lead.submit(form, Map.of("reason", "x".repeat(1001)))
                        .one(".flash.bad")
                        .text())
                .contains("CONSOLE-REASON");
        assertThat(lead.submit(form, Map.of("reason", "nul\0"))
                        .one(".flash.bad")
                        .text())
                .contains("CONSOLE-REASON");
        assertThat(lead.submit(page.one("form[action$=/mark-done]"), Map.of("reason", "vì"))
                        .one(".flash.bad")
                        .text())
                .contains("CONSOLE-EVIDENCE");
        assertThat(stage.state(id)).isEqualTo("PARKED");
    }

    @Test
    void tellsWhyAFinishedDeliveryStandsForNothing() {
        long id = stage.delivery(stage.dossier(), "CANCELLED", "SUPERSEDED");
        Browser lead = Browser.of(stage.port(), "lead");
        Page page = lead.get("/deliveries/" + id);

        assertThat(page.one("ul.closed").text()).contains("đã kết thúc");
        assertThat(page.has("form[action^=/deliveries/]")).isFalse();
        assertThat(lead.post("/deliveries/" + id + "/retry", with(page, WHY))
                        .one(".flash.bad")
                        .text())
                .contains("DELIVERY-FINISHED");
    }

    @Test
    void keepsLanguageAndColours_andGoesBackToOurPagesOnly() {
        Browser viewer = Browser.of(stage.port(), "viewer");
        Page list = viewer.get("/deliveries?state=PARKED");
        Page english = viewer.submit(list.one("form[action=/preferences]"), Map.of("language", "en"));
        assertThat(english.address().toString()).endsWith("/deliveries?state=PARKED");
        assertThat(english.one("h1").text()).isEqualTo("Deliveries");
        Page dark = viewer.submit(english.one("form[action=/preferences]"), Map.of("theme", "dark"));
        assertThat(dark.one("html").attr("data-theme")).isEqualTo("dark");
        assertThat(viewer.submit(dark.one("form[action=/preferences]"), Map.of("to", "//evil.example/"))
                        .address()
                        .getPath())
                .isEqualTo("/");
        assertThat(viewer.get("/deliveries/999999999").expect(404).one("html").attr("lang"))
                .isEqualTo("en");
    }

    private static Map<String, String> with(Page page, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", page.one("[name=_csrf]").val());
        return all;
    }
}
