package vn.lienthong.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.testing.OutsideTool;

/**
 * The machine's own Chromium before one gateway: one process for all page tests of this JVM. Where the machine has none,
 * the tests say so and are skipped.
 */
final class Chromium {
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox", // tests may run as root
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--font-render-hinting=none",
            "--lang=vi");

    private static @Nullable ChromeDriver running;

    private final ChromeDriver driver;
    private final String gateway;
    private @Nullable String user;

    private Chromium(ChromeDriver driver, String gateway) {
        this.driver = driver;
        this.gateway = gateway;
    }

    /** The browser before the gateway at this port, signed out, wide, with light colours and with script. */
    static Chromium before(int port) {
        Chromium browser = new Chromium(driver(), "http://localhost:" + port);
        return browser.as("").size(1280, 800).colours("light").script(true);
    }

    private static synchronized ChromeDriver driver() {
        if (running == null) {
            Path service = OutsideTool.find("chromedriver");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(OutsideTool.find("chromium").toFile());
            options.addArguments(OPTIONS);
            options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
            ChromeDriver started = new ChromeDriver(
                    new ChromeDriverService.Builder()
                            .usingDriverExecutable(service.toFile())
                            .usingAnyFreePort()
                            .build(),
                    options);
            started.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).scriptTimeout(Duration.ofSeconds(60));
            Runtime.getRuntime().addShutdownHook(new Thread(started::quit));
            running = started;
        }
        return running;
    }

    /** Signs in as somebody of the sandbox, or as nobody with an empty name. */
    Chromium as(String name) {
        if (!name.equals(user)) {
            tell("Network.clearBrowserCookies", Map.of());
            if (!name.isEmpty()) {
                visit("/login");
                fill("#username", name);
                fill("#password", name);
                click("form button[type=submit]");
                Awaitility.await().until(() -> !address().startsWith("/login"));
            }
            user = name;
        }
        return this;
    }

    /** The session ends behind the page's back. */
    void endSession() {
        tell("Network.clearBrowserCookies", Map.of());
        user = null;
    }

    Chromium speaking(String language) {
        tell("Network.setCookie", Map.of("name", RequestLanguage.COOKIE, "value", language, "url", gateway));
        return this;
    }

    /** What the device prefers: {@code light} or {@code dark}; and nothing that moves. */
    Chromium colours(String scheme) {
        tell(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** The window in CSS pixels; 320 wide is also what is left of 1280 at 400 %. */
    Chromium size(int width, int height) {
        tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    Chromium script(boolean on) {
        tell("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    Chromium visit(String path) {
        driver.get(gateway + path);
        return this;
    }

    /** Path and query of the page before us. */
    String address() {
        return String.valueOf(driver.getCurrentUrl()).substring(gateway.length());
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    Chromium fill(String selector, String text) {
        WebElement field = one(selector);
        if (!"file".equals(field.getDomAttribute("type"))) {
            field.clear();
        }
        field.sendKeys(text);
        return this;
    }

    Chromium click(String selector) {
        one(selector).click();
        return this;
    }

    /** Keys as they reach whatever has the focus. */
    Chromium press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** What a script in the page returns. */
    @Nullable
    Object run(String script, Object... values) {
        return driver.executeScript(script, values);
    }

    /** What a script returns that calls its last argument when it is done. */
    @Nullable
    Object await(String script, Object... values) {
        return driver.executeAsyncScript(script, values);
    }

    /** What the browser complained about since it was asked last: errors, refused resources, broken policies. */
    List<String> complaints() {
        List<String> said = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                said.add(entry.getMessage());
            }
        }
        return said;
    }

    /** The whole page as a picture, at most this tall. */
    byte[] picture(int tallest) {
        Object height = run("return Math.ceil(document.documentElement.getBoundingClientRect().height)");
        Object width = run("return innerWidth");
        Map<String, Object> taken = tell(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x",
                                0,
                                "y",
                                0,
                                "width",
                                width,
                                "height",
                                Math.min(tallest, ((Number) height).intValue()),
                                "scale",
                                1)));
        return Base64.getDecoder().decode(String.valueOf(taken.get("data")));
    }

    /** The page as it leaves the printer. */
    byte[] print() {
        return Base64.getDecoder()
                .decode(String.valueOf(tell("Page.printToPDF", Map.of("printBackground", false))
                        .get("data")));
    }

    private Map<String, Object> tell(String command, Map<String, Object> values) {
        return driver.executeCdpCommand(command, values);
    }
}
