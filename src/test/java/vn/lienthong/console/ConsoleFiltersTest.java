package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.testing.MadeUp;

/** Lists by time, status, procedure and agency, and the orders given for what they show. */
@CompatHttpTest
class ConsoleFiltersTest {
    private final Stage stage;

    @Autowired
    ConsoleFiltersTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @Test
    void listsDeliveries_byTheDayTheyCameIntoTheirState() {
        String old = stage.dossier();
        long delivery = stage.delivery(old, "PARKED", "MAYBE-SENT");
        stage.jdbc()
                .update("update delivery set changed_at = timestamptz '2026-03-05 23:30+07' where id = ?", delivery);
        String today = stage.dossier();
        stage.delivery(today, "PARKED", "MAYBE-SENT");
        Browser operator = Browser.of(stage.port(), "operator");

        Page list = operator.get("/deliveries?state=PARKED&from=2026-03-05&until=2026-03-05");
        assertThat(list.html().select("main tbody a.open").eachText()).containsExactly("#" + delivery);
        assertThat(operator.get("/deliveries?dossier=" + old + "&from=2026-03-06")
                        .has("main tbody"))
                .isFalse();
        assertThat(operator.get("/deliveries?group=reason&from=2026-03-05&until=2026-03-05")
                        .one("main tbody a.number")
                        .text())
                .isEqualTo("1");

        Page order =
                operator.submit(list.one("form#pick"), Map.of("scope", "all")).expect(200);
        assertThat(order.main())
                .contains("đổi trạng thái từ: 05/03/2026 00:00", "đổi trạng thái trước: 06/03/2026 00:00");
        assertThat(order.html().select("main tbody a.open").eachText()).containsExactly("#" + delivery);
        assertThat(operator.get("/deliveries?from=5/3/2026").status()).isEqualTo(400);
    }

    @Test
    void listsAcceptedDossiers_theLatestFirst_pageByPage() {
        for (int i = 0; i < 3; i++) {
            stage.dossier(MadeUp.state(1, "IN_PROGRESS"));
        }
        stage.jdbc()
                .update("insert into dossier (number, version, status, procedure_code, intake_agency,"
                        + " competent_agency, accepted_at) select 'H15.02-260401-' || (20000 + i), 1, 'STOPPED', '9.999999', 'H15.02',"
                        + " 'H15.02', timestamptz '2026-04-01 09:00+07' + i / 2 * interval '1 second' from generate_series(1, 60) i"
                        + " on conflict do nothing");
        Browser viewer = Browser.of(stage.port(), "viewer");
        String filter = "/dossiers?procedure=9.999999&status=STOPPED&agency=H15.02&from=2026-04-01&until=2026-04-01";

        Page first = viewer.get(filter).expect(200);
        assertThat(first.html().select("main tbody tr")).hasSize(50);
        assertThat(first.one("main tbody a.open").text()).isEqualTo("H15.02-260401-20060");
        Page second = viewer.get(first.one("a[rel=next]").attr("href")).expect(200);
        assertThat(second.html().select("main tbody tr")).hasSize(10);
        assertThat(second.html().select("main tbody a.open").eachText())
                .doesNotContainAnyElementsOf(
                        first.html().select("main tbody a.open").eachText());
        assertThat(second.has("a[rel=next]")).isFalse();
        assertThat(viewer.get(filter.replace("until=2026-04-01", "until=2026-03-31"))
                        .main())
                .contains("Không có hồ sơ đã tiếp nhận nào khớp");
        assertThat(viewer.get("/dossiers").html().select("main tbody tr")).hasSizeGreaterThan(2);
        assertThat(viewer.get("/dossiers?status=NO").status()).isEqualTo(400);
        assertThat(viewer.get("/dossiers?from="
                                + LocalDate.now(GatewayClock.ZONE).plusDays(1))
                        .has("main tbody"))
                .isFalse();
    }
}
