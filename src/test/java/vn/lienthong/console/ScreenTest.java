package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;

/**
 * Every screen in a real browser, in both languages, light and dark, wide and 320 pixels narrow: axe finds nothing, the
 * browser complains of nothing, nothing runs over the edge. {@code -Dscreens=charts.*} looks at some of them only.
 */
@CompatHttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenTest {
    private final int port;
    private final BeanFactory gateway;
    private Chromium browser;
    private Showroom room;

    @Autowired
    ScreenTest(@LocalServerPort int port, BeanFactory gateway) {
        this.port = port;
        this.gateway = gateway;
    }

    @BeforeAll
    void open() throws InterruptedException {
        browser = Chromium.before(port);
        room = Showroom.open(port, gateway);
    }

    @AfterAll
    void close() throws SQLException {
        if (room != null) {
            room.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> hindersNobody() {
        return Screen.all(room).stream()
                .filter(screen -> screen.name().matches(System.getProperty("screens", ".*")))
                .flatMap(screen -> Stream.of("vi", "en")
                        .map(language ->
                                DynamicTest.dynamicTest(screen.name() + " " + language, () -> look(screen, language))));
    }

    private void look(Screen screen, String language) {
        browser.size(1280, 800).colours("light");
        browser.complaints();
        screen.show(browser, language);

        assertThat(Axe.findings(browser, Axe.EVERYTHING)).as("light").isEmpty();
        assertThat(overTheEdge()).as("1280 wide").isEmpty();
        if (language.equals("vi")) { // neither colours nor the sizes of controls hang on words
            browser.colours("dark");
            assertThat(Axe.findings(browser, Axe.COLOURS)).as("dark").isEmpty();
            browser.size(1100, 800);
            assertThat(overTheEdge()).as("1100 wide").isEmpty();
            browser.size(800, 800);
            assertThat(overTheEdge()).as("800 wide").isEmpty();
        }
        browser.size(320, 640);
        assertThat(overTheEdge()).as("320 wide").isEmpty();
        if (language.equals("vi")) {
            assertThat(Axe.findings(browser, Axe.SIZES)).as("320 wide").isEmpty();
        }
        assertThat(browser.complaints())
                .filteredOn(said -> !screen.error() || !said.contains("the server responded with a status of 4"))
                .isEmpty();
    }

    /** What reaches over an edge of the window or of its box; regions that scroll by themselves may. */
    private List<?> overTheEdge() {
        return (List<?>) Objects.requireNonNull(browser.run("""
                const found = [];
                if (document.scrollingElement.scrollWidth > innerWidth) {
                  found.push(`the page is ${document.scrollingElement.scrollWidth} wide in ${innerWidth}`);
                }
                const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
                for (const e of document.body.querySelectorAll('*')) {
                  const box = e.getBoundingClientRect();
                  if (!e.checkVisibility() || box.width === 0 || box.height === 0 || e.closest('.skip, thead, svg, option')) continue;
                  let around = e.parentElement;
                  while (around && !scrolls(around)) around = around.parentElement;
                  if (around) continue;
                  const name = e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40);
                  if (box.right > innerWidth + 1 || box.left < -1) {
                    found.push(`${name} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth}`);
                  }
                  if (getComputedStyle(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1) {
                    found.push(`${name} is cut off`);
                  }
                }
                return found;
                """));
    }
}
