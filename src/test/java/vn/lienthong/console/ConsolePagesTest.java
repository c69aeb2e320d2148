package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** Every page in both languages: what a person with a screen reader, a keyboard, a small screen or no script needs of it. */
@CompatHttpTest
class ConsolePagesTest {
    private static final List<String> PERSONAL = List.of("066090000011", "0900000001", "Nguyễn Văn Mẫu", "Tổ dân phố");

    private final Stage stage;
    private String dossier = "";
    private long parked;

    @Autowired
    ConsolePagesTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @BeforeEach
    void fill() {
        dossier = stage.dossier();
        parked = stage.delivery(dossier, "PARKED", "MAYBE-SENT");
        stage.attempt(parked, 1, "{\"session\":\"s3cret\",\"data\":[" + item(1) + "]}", "{\"error_code\":\"77\"}");
        stage.attempt(parked, 2, "{\"session\":\"s3cret\",\"data\":[" + item(2) + "]}", "không phải JSON");
        stage.workItem(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void reads_forEverybody(String language) {
        for (String user : List.of("viewer", "operator", "lead")) {
            Browser browser = Browser.of(stage.port(), user);
            browser.submit(browser.get("/").one("form[action=/preferences]"), Map.of("language", language));
            for (String path : pages()) {
                Page page = browser.get(path).expect(200);
                assertThat(findings(page, language)).as(user + " " + path).isEmpty();
            }
        }
    }

    @Test
    void showsNoPersonalData_norPutsAnyIntoAnAddress() {
        Browser lead = Browser.of(stage.port(), "lead");
        for (String path : pages()) {
            String text = lead.get(path).expect(200).text();
            assertThat(PERSONAL).as(path).noneMatch(text::contains);
            assertThat(text).as(path).doesNotContain("s3cret");
        }
        assertThat(lead.get("/dossiers?number=066090000011").main()).contains("số định danh cá nhân");
    }

    @Test
    void weighsAtMost100Kilobytes_withAllItLoads() {
        Browser lead = Browser.of(stage.port(), "lead");
        for (String path : pages()) {
            Page page = lead.get(path).expect(200);
            int weight = bytes(page);
            for (Element part : page.html().select("script[src], link[rel=stylesheet]")) {
                String address = part.hasAttr("src") ? part.attr("src") : part.attr("href");
                Page loaded = lead.get(address, "Accept-Encoding", "gzip").expect(200);
                assertThat(loaded.raw().headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=86400"));
                weight += (int) loaded.raw()
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElse(bytes(loaded));
            }
            assertThat(weight).as(path).isLessThan(100_000);
        }
    }

    @Test
    void letsNoScriptOrStyleInByTheText() {
        Page page = Browser.of(stage.port(), "viewer").get("/deliveries?agency=%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.raw().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(page.text()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deliveries?state=NO", "/deliveries/x", "/deliveries/1?attempt=x", "/bulk-actions/7"})
    void refusesWhatItDoesNotUnderstand_asAPage(String path) {
        Page page = Browser.of(stage.port(), "viewer").get(path).expect(400);

        assertThat(page.has("h1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deliveries/999999999",
                "/dossiers/H15.24133-260101-99999",
                "/bulk-actions/00000000-0000-7000-8000-000000000000",
                "/evidence/00000000-0000-7000-8000-000000000000"
            })
    void saysThatThereIsNoSuchThing(String path) {
        Browser.of(stage.port(), "viewer").get(path).expect(404);
    }

    @Test
    void sendsStrangersToTheSignIn() {
        Browser stranger = new Browser(stage.port());
        for (String path : pages()) {
            assertThat(stranger.get(path).address().getPath()).as(path).isEqualTo("/login");
        }
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/deliveries",
                "/deliveries?group=reason",
                "/deliveries?dossier=none",
                "/deliveries/" + parked,
                "/deliveries/" + parked + "?attempt=1",
                "/bulk-actions",
                "/dossiers",
                "/dossiers?number=H15.24133",
                "/dossiers/" + dossier,
                "/work-items",
                "/work-items?state=&dossier=" + dossier,
                "/partners",
                "/doctor",
                "/incidents",
                "/charts",
                "/charts?period=7d&partner=portal",
                "/views",
                "/data-tracker",
                "/certificates",
                "/paper-ledger",
                "/paper-ledger?agency=H15.24133",
                "/operators",
                "/audit",
                "/audit?who=nobody");
    }

    private String item(int version) {
        return "{\"MaHoSo\":\"" + dossier + "\",\"ChuHoSo\":\"Nguyễn Văn Mẫu\",\"SoCMND\":\"066090000011\",\"Lan\":"
                + version + "}";
    }

    private static int bytes(Page page) {
        return page.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static List<String> findings(Page page, String language) {
        Document html = page.html();
        List<String> wrong = new ArrayList<>();
        check(wrong, "lang", html.select("html").attr("lang").equals(language));
        check(wrong, "one h1", html.select("h1").size() == 1);
        check(wrong, "title", html.title().length() > " - Liên Thông".length());
        check(wrong, "missing text", !page.text().contains("??"));
        check(wrong, "inline", html.select("style, script:not([src]), [style]").isEmpty());
        check(
                wrong,
                "handlers",
                Stream.of("onclick", "onload", "onsubmit", "hx-on")
                        .allMatch(name -> html.select("[" + name + "]").isEmpty()));
        check(wrong, "landmarks", html.select("header, main, footer, nav").size() >= 4);
        check(wrong, "skip link", html.select("a[href=#main]").size() == 1 && html.getElementById("main") != null);
        html.select("input:not([type=hidden]), select, textarea")
                .forEach(field -> check(wrong, "label of " + field, isLabelled(field, html)));
        html.select("[id]").eachAttr("id").stream()
                .filter(id -> html.select("[id=" + id + "]").size() > 1)
                .forEach(id -> wrong.add("twice: " + id));
        html.select("[aria-labelledby], [aria-describedby]")
                .forEach(element -> check(
                        wrong,
                        "points nowhere: " + element.attributes(),
                        html.getElementById(element.attr("aria-labelledby") + element.attr("aria-describedby"))
                                != null));
        html.select("table").forEach(table -> {
            check(wrong, "caption", !table.select("caption").text().isBlank());
            check(wrong, "scope", table.select("th:not([scope])").isEmpty());
            table.select("td").forEach(cell -> check(wrong, "cell label " + cell, cell.hasAttr("data-label")));
        });
        html.select("a, button")
                .forEach(control ->
                        check(wrong, "named: " + control, !(control.text() + control.attr("aria-label")).isBlank()));
        html.select("form[method=post]:not([action=/logout])")
                .forEach(form -> check(
                        wrong,
                        "token of " + form.attr("action"),
                        form.select("[name=_csrf]").size() == 1));
        return wrong;
    }

    private static boolean isLabelled(Element field, Document html) {
        return field.hasAttr("aria-label")
                || !html.select("label[for=" + field.id() + "]").isEmpty();
    }

    private static void check(List<String> wrong, String what, boolean right) {
        if (!right) {
            wrong.add(what);
        }
    }
}
