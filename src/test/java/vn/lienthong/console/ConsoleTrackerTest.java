package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.intake.compat.CompatHttpTest;

/** Who looked at a person's data, as a lead sees it. */
@CompatHttpTest
class ConsoleTrackerTest {
    private static final String PERSON = "066190000777";

    private final int port;
    private final JdbcTemplate jdbc;
    private final DataTracker tracker;

    @Autowired
    ConsoleTrackerTest(@LocalServerPort int port, JdbcTemplate jdbc, DataTracker tracker) {
        this.port = port;
        this.jdbc = jdbc;
        this.tracker = tracker;
    }

    @Test
    void showsEachLookUp_withOfficerPurposeAndOutcome_butNotTheNumber() {
        lookUp();
        Browser lead = Browser.of(port, "lead");

        Page page = search(lead, PERSON, "Đơn của công dân số 12");

        assertThat(page.address().getQuery()).isNull();
        assertThat(page.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.html().select("main tbody tr")).hasSize(1);
        assertThat(page.main())
                .contains("Trần Thị Cán Bộ", "H15.24133", "xác minh nơi cư trú", "fullName", "bị từ chối")
                .doesNotContain(PERSON);
        assertThat(audited("Đơn của công dân số 12")).isEqualTo(1);
    }

    @Test
    void findsNobody_andSaysSo() {
        assertThat(search(Browser.of(port, "lead"), "066190000778", "Kiểm tra").main())
                .contains("Chưa có ai tra cứu");
    }

    @Test
    void searchesNothing_withoutAReason() {
        Page page = search(Browser.of(port, "lead"), PERSON, " ");

        assertThat(page.main()).contains("Hãy ghi lý do");
        assertThat(page.has("main tbody")).isFalse();
    }

    @Test
    void isClosedToOperators_whoReadWhy() {
        Browser operator = Browser.of(port, "operator");
        Page page = operator.get("/data-tracker").expect(200);
        assertThat(page.has("main form[action=/data-tracker]")).isFalse();
        assertThat(page.one("main .closed").text()).isNotBlank();

        operator.post(
                        "/data-tracker",
                        Map.of("_csrf", page.one("input[name=_csrf]").val(), "personalId", PERSON))
                .expect(403);
    }

    private static Page search(Browser browser, String person, String reason) {
        return browser.submit(
                        browser.get("/data-tracker").one("main form"), Map.of("personalId", person, "reason", reason))
                .expect(200);
    }

    private void lookUp() {
        TrackedQuestion question = new TrackedQuestion(
                UUID.randomUUID(),
                Instant.now(),
                "H15.24133",
                "H15.24133",
                "cb01",
                "Trần Thị Cán Bộ",
                "H15.24133-261121-0001",
                "1.001193",
                "xác minh nơi cư trú",
                "Nghị định 118/2025/NĐ-CP",
                PERSON,
                List.of("fullName"),
                "POPULATION");
        tracker.whole(
                question,
                new TrackedEnd(Instant.now(), TrackedEnd.Outcome.REFUSED, "LOOKUP-NOT-JUSTIFIED", null, false, null));
    }

    private int audited(String reason) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where act = 'data-tracker.search' and reason = ?", Integer.class, reason);
        return times == null ? 0 : times;
    }
}
