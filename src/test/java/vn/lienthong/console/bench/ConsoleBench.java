package vn.lienthong.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.bench.Report;
import vn.lienthong.console.Browser;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.compat.CompatHttpTest;

/**
 * The pages above a million unfinished deliveries and ten million finished ones: time from the request to the whole answer,
 * and weight. {@code -Dwaiting=1000000 -Dfinished=10000000 -Drounds=40}; smaller for a quick look.
 */
@CompatHttpTest
class ConsoleBench {
    private static final double PAGE_GOAL = 200;
    private static final double FIND_GOAL = 300;
    private static final int WEIGHT_GOAL = 100_000;

    private final int rounds = Integer.getInteger("rounds", 40);
    private final LargeHouse house;
    private final Evidence evidence;
    private final int port;

    @Autowired
    ConsoleBench(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.port = port;
        this.evidence = evidence;
        this.house = new LargeHouse(jdbc, Long.getLong("waiting", 1_000_000), Long.getLong("finished", 10_000_000));
    }

    @Test
    @DisplayName("Trang đầu 200 ms và 100 KB, tìm 300 ms, khi có một triệu việc chờ và mười triệu việc đã xong")
    void answersAtOnce_aboveALargeHistory() {
        house.fill();
        Report.begin("Console above %,d unfinished and %,d finished".formatted(house.waiting(), house.finished()));
        long begin = System.nanoTime();
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(this::counted);
        Report.say("charts counted after %.1f s at most", (System.nanoTime() - begin) / 1e9);
        Browser lead = Browser.of(port, "lead");
        int weight = weight(lead);
        Report.say("first page with all it loads: %,d bytes (goal %,d)", weight, WEIGHT_GOAL);
        double pages = pages().stream()
                .mapToDouble(path -> measure(path, () -> lead.get(path)))
                .max()
                .orElse(0);
        double finds = Map.of(
                        "find by number", house.dossier(),
                        "find by delivery", "%23" + house.waiting(),
                        "find by parcel", house.parcel(),
                        "find by digest", digest())
                .entrySet()
                .stream()
                .mapToDouble(find -> measure(find.getKey(), () -> lead.get("/dossiers?number=" + find.getValue())))
                .max()
                .orElse(0);
        finds = Math.max(finds, measure("find by person", () -> byPerson(lead)));

        assertThat(weight).as("bytes").isLessThanOrEqualTo(WEIGHT_GOAL);
        assertThat(pages).as("page, median ms").isLessThanOrEqualTo(PAGE_GOAL);
        assertThat(finds).as("find, median ms").isLessThanOrEqualTo(FIND_GOAL);
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/deliveries",
                "/deliveries?after=" + (house.waiting() + house.finished() / 2),
                "/deliveries?state=PARKED",
                "/deliveries?state=SENT",
                "/deliveries?state=CANCELLED",
                "/deliveries?state=EXPIRED",
                "/deliveries?partner=insurance&state=CONFIRMED",
                "/deliveries?partner=civil-status",
                "/deliveries?reason=SUPERSEDED",
                "/deliveries?agency=H15.24133",
                "/deliveries?agency=H15.1",
                "/deliveries?group=reason",
                "/charts",
                "/charts?period=7d",
                "/work-items",
                "/partners",
                "/audit");
    }

    private double measure(String what, Supplier<Page> act) {
        double[] millis = new double[rounds];
        int size = 0;
        for (int round = -3; round < rounds; round++) {
            long begin = System.nanoTime();
            Page page = act.get();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - begin) / 1e6;
            }
            assertThat(page.status()).as(what).isEqualTo(200);
            size = page.text().getBytes(StandardCharsets.UTF_8).length;
        }
        Arrays.sort(millis);
        Report.say(
                "%-48s p50 %7.1f ms, p95 %7.1f ms, max %7.1f ms, %,7d bytes",
                what, millis[rounds / 2], millis[(int) Math.ceil(rounds * 0.95) - 1], millis[rounds - 1], size);
        return millis[rounds / 2];
    }

    /** One that can be opened; those that fill the table hold nothing. */
    private String digest() {
        Message message = Message.out("portal", "portal", "{}".getBytes(StandardCharsets.UTF_8));
        evidence.keep(List.of(message));
        return String.valueOf(house.jdbc()
                .queryForObject(
                        "select encode(digest, 'hex') from evidence_message where id = ?", String.class, message.id()));
    }

    /** The search itself and the page it leads to. */
    private static Page byPerson(Browser browser) {
        return browser.submit(
                browser.get("/dossiers").one("main form[action=/dossiers/by-person]"),
                Map.of("person", "Lê Thị Không Có", "reason", "bench"));
    }

    private static int weight(Browser browser) {
        Page first = browser.get("/");
        int bytes = first.text().getBytes(StandardCharsets.UTF_8).length;
        for (Element part : first.html().select("script[src], link[rel=stylesheet]")) {
            Page loaded =
                    browser.get(part.hasAttr("src") ? part.attr("src") : part.attr("href"), "Accept-Encoding", "gzip");
            bytes += (int) loaded.raw()
                    .headers()
                    .firstValueAsLong("Content-Length")
                    .orElse(loaded.text().length());
        }
        return bytes;
    }

    private boolean counted() {
        return Boolean.TRUE.equals(house.jdbc()
                .queryForObject(
                        "select coalesce(bool_or(counted_until > clock_timestamp() - interval '1 hour'), false)"
                                + " from delivery_tally_end",
                        Boolean.class));
    }
}
