package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** The desk without a mouse: every key of the sheet, every control by Tab, and where the focus stands. */
@CompatHttpTest
class KeyboardTest {
    private final Stage stage;
    private Chromium browser;
    private String list = "";

    @Autowired
    KeyboardTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @BeforeEach
    void open() {
        browser = Chromium.before(stage.port());
        String dossier = stage.dossier();
        stage.delivery(dossier, "PARKED", "REPLY-UNKNOWN");
        stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        list = "/deliveries?state=PARKED&reason=REPLY-UNKNOWN";
    }

    @Test
    void movesThroughTheRows_picksOneAndLooksBeforeRetryingIt() {
        browser.as("lead").visit(list);

        browser.press("j");
        assertThat(currentRow()).isZero();
        browser.press("jj");
        assertThat(currentRow()).isGreaterThanOrEqualTo(1);
        browser.press("k".repeat(60));
        assertThat(currentRow()).isZero();
        assertThat(focus()).startsWith("A.open");
        browser.press("x");
        assertThat(browser.all("tr.row input:checked")).hasSize(1);
        assertThat(browser.all("tr.current input:checked")).hasSize(1);
        String id = browser.one("tr.current input").getDomAttribute("value");
        browser.press("r");

        Awaitility.await().until(() -> browser.address().startsWith("/bulk-actions/new"));
        assertThat(browser.address()).contains("act=RETRY", "scope=picked", "ids=" + id);
        assertThat(browser.all("tr.row")).hasSize(1);
    }

    @Test
    void opensARowByEnter_andThenRGoesToTheReason() {
        browser.as("operator").visit(list).press("j").press(Keys.ENTER);

        Awaitility.await().until(() -> browser.address().matches("/deliveries/\\d+"));
        browser.press("r");
        assertThat(focus()).isEqualTo("INPUT#why-retry");
    }

    @Test
    void rDoesNothing_forWhoMayNotRetry() {
        browser.as("viewer").visit(list).press("jr");

        assertThat(browser.address()).isEqualTo(list);
    }

    @Test
    void goesFromPageToPage() {
        browser.as("viewer").visit("/audit");
        for (String[] step : new String[][] {{"gd", "/deliveries"}, {"gh", "/dossiers"}, {"gt", "/"}}) {
            browser.press(step[0]);
            Awaitility.await().until(() -> browser.address().equals(step[1]));
        }
    }

    @Test
    void goesToTheSearchField_whereLettersAreLetters() {
        browser.as("viewer").visit(list).press("/");
        assertThat(focus()).isEqualTo("INPUT#dossier");

        browser.press("jkgd?x");
        assertThat(browser.one("#dossier").getDomProperty("value")).isEqualTo("jkgd?x");
        assertThat(browser.address()).isEqualTo(list);
    }

    @Test
    void showsTheSheet_andGivesTheFocusBack() {
        browser.as("viewer").visit(list).press("j");
        String before = focus();

        browser.press("?");
        assertThat(browser.all("dialog[open]")).hasSize(1);
        assertThat(browser.run("return document.querySelector('dialog').contains(document.activeElement)"))
                .isEqualTo(true);
        browser.press(Keys.ESCAPE);
        assertThat(browser.all("dialog[open]")).isEmpty();
        assertThat(focus()).isEqualTo(before);
    }

    @Test
    void jumpsOverTheNavigation() {
        browser.as("viewer").visit(list).press(Keys.TAB);
        assertThat(focus()).isEqualTo("A.skip");

        browser.press(Keys.ENTER);
        assertThat(focus()).isEqualTo("MAIN#main");
    }

    @Test
    void showsTheFocusOnEveryControl_wideAndNarrow() {
        String delivery = "/deliveries/" + stage.id(stage.dossier());
        for (int width : new int[] {1280, 320}) {
            browser.size(width, 600).as("lead");
            for (String path : List.of("/", list, delivery, "/partners")) {
                browser.visit(path);
                assertThat(lostFocus()).as(width + " " + path).isEmpty();
            }
        }
    }

    private long currentRow() {
        return (Long) Objects.requireNonNull(browser.run(
                "return [...document.querySelectorAll('tr.row')].indexOf(document.querySelector('tr.current'))"));
    }

    private String focus() {
        return String.valueOf(browser.run("""
                const at = document.activeElement;
                return at.tagName + (at.id ? '#' + at.id : at.className ? '.' + at.className.split(' ')[0] : '');
                """));
    }

    /** Goes round the page by Tab; names what has the focus and does not show it, or stands outside the window. */
    private List<?> lostFocus() {
        browser.run("""
                window.lost = [];
                window.visited = new Set();
                document.addEventListener('focusin', ({target}) => {
                  visited.add(target);
                  const style = getComputedStyle(target);
                  const box = target.getBoundingClientRect();
                  const name = target.outerHTML.slice(0, 80);
                  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) lost.push('no ring: ' + name);
                  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
                    lost.push('out of sight: ' + name);
                  }
                });
                """);
        long controls = (Long)
                Objects.requireNonNull(
                        browser.run(
                                "return document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary').length"));
        browser.press(Keys.TAB.toString().repeat((int) Math.min(controls, 60)));
        assertThat((Long) browser.run("return visited.size")).isGreaterThan(10);
        return (List<?>) Objects.requireNonNull(browser.run("return lost"));
    }
}
