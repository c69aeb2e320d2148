package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.intake.compat.CompatHttpTest;

/** Pictures of what was sent, and the figures behind them. */
@CompatHttpTest
class ConsoleChartsTest {
    private final int port;
    private final JdbcTemplate jdbc;

    @Autowired
    ConsoleChartsTest(@LocalServerPort int port, JdbcTemplate jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        jdbc.update("delete from delivery_tally");
        jdbc.update("delete from delivery_stock_tally");
    }

    @Test
    void saysWhatWouldStandHere_whileNothingWasCounted() {
        Page page = Browser.of(port, "viewer").get("/charts").expect(200);

        assertThat(page.html().select("main svg")).isEmpty();
        assertThat(page.html().select("main .empty"))
                .as("unfinished ones may just have been counted")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.main()).contains("Chưa có việc gửi nào được xác nhận");
    }

    @Test
    void drawsEachFigure_withTheTableBehindIt_andTheDayOfEachPartner() {
        counted("portal", "1 hour", 5, 1200, 1000, 990);
        counted("post", "100 hours", 9, 7, 0, 0);
        jdbc.update("insert into delivery_stock_tally values (date_bin('10 minutes', clock_timestamp() - interval"
                + " '2 hours', 'epoch'), 'portal', 345, 6, 60)");
        Browser viewer = Browser.of(port, "viewer");

        Page day = viewer.get("/charts").expect(200);
        assertThat(day.html().select("main .chart path.bars")).hasSize(4);
        assertThat(day.html().select("main .chart path.line")).hasSize(2);
        assertThat(day.html().select("main details.behind tbody tr")).hasSize(24);
        assertThat(day.main()).contains("1.200", "< 32 giây", "99%", "345");
        assertThat(day.html().select("main tr.row a.open").eachText()).containsExactly("portal");
        Page week = viewer.get("/charts?period=7d").expect(200);
        assertThat(week.html().select("main details.behind tbody tr")).hasSize(28);
        assertThat(week.main()).contains("1.207");
        assertThat(week.html().select("main tr.row a.open").eachText()).containsExactly("portal", "post");
        assertThat(week.text().length()).isLessThan(60_000);

        assertThat(viewer.get("/").expect(200).one("svg.spark").attr("aria-label"))
                .contains("1.200");
    }

    @Test
    void showsOnePartnerAlone_andLeavesOutAnUnknownOne() {
        counted("portal", "1 hour", 5, 12, 0, 0);
        counted("post", "1 hour", 5, 30, 0, 0);
        Browser viewer = Browser.of(port, "viewer");

        assertThat(viewer.get("/charts?partner=post").one("main dl .number").text())
                .isEqualTo("30");
        assertThat(viewer.get("/charts?partner=%3Cb%3E&period=9y")
                        .expect(200)
                        .one("main dl .number")
                        .text())
                .isEqualTo("42");
        assertThat(viewer.submit(
                                viewer.get("/charts").one("main form[action=/charts]"),
                                Map.of("period", "7d", "partner", "portal"))
                        .expect(200)
                        .one("main dl .number")
                        .text())
                .isEqualTo("12");
    }

    private void counted(String partner, String ago, int lag, int confirmed, int timed, int onTime) {
        jdbc.update(
                "insert into delivery_tally values (date_bin('10 minutes', clock_timestamp() - ?::interval, 'epoch'), ?, ?,"
                        + " ?, ?, ?)",
                ago,
                partner,
                lag,
                confirmed,
                timed,
                onTime);
    }
}
