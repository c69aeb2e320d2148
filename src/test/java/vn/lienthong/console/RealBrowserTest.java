package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** What only a real browser shows: pages without script, a page that renews itself, paper, colours. */
@CompatHttpTest
class RealBrowserTest {
    /** Fetches the live region now, as the timer does. */
    private static final String RENEW =
            "htmx.ajax('GET', '/', {source: '#live', target: '#live', select: '#live', swap: 'outerHTML'})";

    private final Stage stage;
    private Chromium browser;

    @Autowired
    RealBrowserTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @BeforeEach
    void open() {
        browser = Chromium.before(stage.port());
    }

    @AfterEach
    void leave() {
        browser.script(true);
    }

    @Test
    void readsAndRetries_withoutScript() {
        String dossier = stage.dossier();
        long id = stage.delivery(dossier, "PARKED", "REPLY-UNKNOWN");
        browser.script(false).as("operator").visit("/deliveries");

        browser.fill("#dossier", dossier).click(".filter button");
        assertThat(browser.address()).contains("dossier=" + dossier);
        browser.click("tr.row a.open");
        assertThat(browser.address()).isEqualTo("/deliveries/" + id);
        browser.fill("#why-retry", "Cổng báo đã sửa").click("form.act-retry button");

        assertThat(browser.one(".flash.good").isDisplayed()).isTrue();
        assertThat(stage.state(id)).isNotEqualTo("PARKED");
        assertThat(stage.audited("delivery.retry", "delivery:" + id)).isEqualTo(1);
        browser.click("button[name=theme][value=dark]");
        assertThat(browser.one("html").getDomAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void renewsItself_butNotUnderTheReadersHands() {
        browser.as("viewer").visit("/");
        browser.run("live.dataset.before = 'yes'");

        browser.run("document.querySelector('#live a').focus();" + RENEW);
        browser.run("document.activeElement.blur(); getSelection().selectAllChildren(document.querySelector('h2'));"
                + RENEW);
        browser.run("getSelection().removeAllRanges(); document.getElementById('keys').showModal();" + RENEW);
        assertThat(browser.run("return live.dataset.before")).isEqualTo("yes");

        browser.run("document.getElementById('keys').close(); document.activeElement.blur();" + RENEW);
        Awaitility.await()
                .until(() -> browser.run("return document.getElementById('live')?.dataset.before ?? null") == null);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void asksForTheSignIn_whenTheSessionEndedMeanwhile() {
        browser.as("viewer").visit("/");
        browser.endSession();

        browser.run(RENEW);

        Awaitility.await().until(() -> browser.address().startsWith("/login"));
    }

    @Test
    void printsOneDossier_withoutWhatIsForTheScreen() throws IOException {
        String dossier = stage.dossier();
        stage.delivery(dossier, "PARKED", "MAYBE-SENT");
        browser.as("lead").visit("/dossiers/" + dossier);

        try (PDDocument paper = Loader.loadPDF(browser.print())) {
            String text = new PDFTextStripper().getText(paper);

            assertThat(text).contains(dossier, "N. V. Mẫu", "MAYBE-SENT");
            assertThat(text).doesNotContain("Đăng xuất", "Lệnh hàng loạt", "English", "Mở dữ liệu gốc");
            assertThat(paper.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void isAsDarkByChoice_asByTheDevice() {
        browser.as("viewer").colours("dark").visit("/");
        String byDevice = tokens();
        browser.colours("light").click("button[name=theme][value=dark]");
        String byChoice = tokens();
        browser.click("button[name=theme][value=light]");

        assertThat(byChoice).isEqualTo(byDevice).isNotEqualTo(tokens());
    }

    private String tokens() {
        return String.valueOf(browser.run("""
                const names = ['ink', 'quiet', 'paper', 'card', 'line', 'edge', 'link', 'focus', 'button', 'button-ink',
                  'good', 'good-paper', 'bad', 'bad-paper', 'warn', 'warn-paper'];
                const style = getComputedStyle(document.documentElement);
                return style.colorScheme + names.map((name) => style.getPropertyValue('--' + name).trim()).join();
                """));
    }
}
