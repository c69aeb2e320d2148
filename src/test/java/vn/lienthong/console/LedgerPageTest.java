package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.citizen.ledger.Ledger;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** The paper-avoided ledger as the people of the province look at it. */
@CompatHttpTest
class LedgerPageTest {
    private final int port;
    private final Ledger ledger;

    @Autowired
    LedgerPageTest(@LocalServerPort int port, Ledger ledger) {
        this.port = port;
        this.ledger = ledger;
    }

    @Test
    void showsTheShareBesideTheTarget_byMonthAgencyAndProcedure() {
        Client.of("http://127.0.0.1:" + port, MadeUp.WARD)
                .put(MadeUp.number(), MadeUp.state(1, "IN_PROGRESS"))
                .expect(202);
        ledger.count();

        Browser.Page page = Browser.of(port, "viewer").get("/paper-ledger").expect(200);

        assertThat(page.main()).contains("80 %", "Theo tháng", "Theo cơ quan tiếp nhận", "Theo thủ tục", "1.001193");
        Element share = page.html().select("main meter").getFirst();
        assertThat(share.attr("low")).isEqualTo("80");
        assertThat(Integer.parseInt(share.attr("value"))).isBetween(0, 100);
        assertThat(share.attr("aria-label")).matches("\\d\\d/\\d{4}");
    }

    @Test
    void saysSo_whereNothingIsCounted() {
        assertThat(Browser.of(port, "viewer")
                        .get("/paper-ledger?agency=H99.99")
                        .expect(200)
                        .main())
                .contains("Chưa có hồ sơ nào được đếm");
    }
}
