package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;

/** From the list to the confirmation to the order and its results. */
@CompatHttpTest
class ConsoleBulkTest {
    private final Stage stage;

    @Autowired
    ConsoleBulkTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @Test
    void doesToThePickedOnes_whatWasConfirmed_andShowsEachResult() {
        long first = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        long second = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        long left = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        Browser lead = Browser.of(stage.port(), "lead");
        assertThat(lead.get("/deliveries?state=PARKED").html().select("input[form=pick]"))
                .hasSizeGreaterThanOrEqualTo(3);

        Page confirm = lead.get("/bulk-actions/new?act=CANCEL&scope=picked&ids=" + first + "&ids=" + second);
        assertThat(confirm.main()).contains("2 việc đã chọn", "Không hoàn tác được");
        assertThat(confirm.html().select("tr.row a.open").eachText()).containsExactly("#" + first, "#" + second);
        Page ordered = lead.submit(confirm.one("form[action=/bulk-actions/new]"), Map.of("why", "gửi nhầm"));
        assertThat(ordered.address().getPath()).startsWith("/bulk-actions/");

        String path = ordered.address().getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lead.get(path).has(".is-DONE"));
        Page done = lead.get(path + "?outcome=DONE");
        assertThat(done.main()).contains("operator:lead", "gửi nhầm", "2 việc: 2 xong, 0 không làm được");
        assertThat(List.of(stage.state(first), stage.state(second), stage.state(left)))
                .containsExactly("CANCELLED", "CANCELLED", "PARKED");
        assertThat(lead.get("/bulk-actions").html().select("a.open").eachAttr("href"))
                .contains(path);
    }

    @Test
    void takesAllThatMatch_andAsksAgainWhenTheirNumberChanged() {
        String agency = "H15.24133";
        stage.delivery(stage.dossier(), "PARKED", "REPLY-UNDECIDABLE");
        Browser operator = Browser.of(stage.port(), "operator");
        String list = "/deliveries?state=PARKED&reason=REPLY-UNDECIDABLE&agency=" + agency;
        Page confirm = operator.submit(
                operator.get(list).one("form#pick"), new TreeMap<>(Map.of("scope", "all", "act", "RETRY")));
        assertThat(confirm.main()).contains("trạng thái: PARKED", "lý do: REPLY-UNDECIDABLE", "cơ quan: " + agency);
        long later = stage.delivery(stage.dossier(), "PARKED", "REPLY-UNDECIDABLE");

        Page again = operator.submit(confirm.one("form[action=/bulk-actions/new]"), Map.of("why", "đã sửa"));
        assertThat(again.one(".flash.bad").text()).contains("BULK-COUNT-CHANGED");
        assertThat(stage.state(later)).isEqualTo("PARKED");
        Page ordered = operator.submit(again.one("form[action=/bulk-actions/new]"), Map.of("why", "đã sửa"));
        assertThat(ordered.address().getPath()).startsWith("/bulk-actions/");
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,RETRY,403",
        "viewer,CANCEL,403",
        "operator,CANCEL,403",
        "operator,MARK_DONE,403",
        "lead,CANCEL,422"
    })
    void refusesWhoMayNot_andAnOrderForNothingInParticular(String user, String act, int status) {
        Browser browser = Browser.of(stage.port(), user);
        String ids = status == 403 ? "&scope=picked&ids=1" : "&scope=all";

        assertThat(browser.get("/bulk-actions/new?act=" + act + ids).status()).isEqualTo(status);
        String token = browser.get("/").one("[name=_csrf]").val();
        assertThat(browser.post(
                                "/bulk-actions/new",
                                Map.of("act", act, "scope", "picked", "ids", "1", "why", "vì", "_csrf", token))
                        .status())
                .isEqualTo(status == 403 ? 403 : 200);
    }

    @Test
    void offersNoVerbToAViewer_butTheReason() {
        stage.delivery(stage.dossier(), "PARKED", "REPLY-UNKNOWN");
        Page list = Browser.of(stage.port(), "viewer").get("/deliveries?state=PARKED");

        assertThat(list.has("form#pick")).isFalse();
        assertThat(list.has("input[type=checkbox]")).isFalse();
        assertThat(list.html().select("ul.closed li")).hasSize(3);
    }

    @Test
    void groupsByCause_eachNumberLeadingToItsList() {
        stage.delivery(stage.dossier(), "REFUSED", "CONTENT-REFUSED");
        Browser viewer = Browser.of(stage.port(), "viewer");
        Page groups = viewer.get("/deliveries?group=reason&state=REFUSED");
        String link = groups.one("a.number[href*=CONTENT-REFUSED]").attr("href");

        int counted =
                Integer.parseInt(groups.one("a.number[href*=CONTENT-REFUSED]").text());
        assertThat(viewer.get(link).html().select("tr.row")).hasSize(Math.min(50, counted));
    }

    @Test
    void goesThroughALongList_pageByPage() {
        for (int i = 0; i < 52; i++) {
            stage.delivery(stage.dossier(), "REFUSED", "CONTENT-UNSENDABLE");
        }
        Browser viewer = Browser.of(stage.port(), "viewer");
        Page first = viewer.get("/deliveries?reason=CONTENT-UNSENDABLE");
        Page second = viewer.get(first.one("a[rel=next]").attr("href"));

        assertThat(first.html().select("tr.row")).hasSize(50);
        assertThat(second.html().select("tr.row")).hasSize(2);
        assertThat(second.has("a[rel=next]")).isFalse();
    }
}
