package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.console.Browser.Page;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.MadeUp;

/** A person's dossiers, found without the person standing in any address. */
@CompatHttpTest
class ConsolePersonSearchTest {
    private static final String FORM = "main form[action=/dossiers/by-person]";

    private final Stage stage;

    @Autowired
    ConsolePersonSearchTest(@LocalServerPort int port, JdbcTemplate jdbc, Evidence evidence) {
        this.stage = new Stage(port, jdbc, evidence);
    }

    @Test
    void findsByNameOrNumber_andNamesNobodyInTheAddress() {
        String number = stage.dossier(of("Đinh Thị Quỳnh Trâm", "066190000901"));
        Browser operator = Browser.of(stage.port(), "operator");

        for (String typed : new String[] {"dinh thi quynh tram", "Trâm Quỳnh", "066190000901"}) {
            Page page = search(operator, typed, "Người dân gọi hỏi");
            assertThat(page.address().toString()).matches(".*/dossiers\\?found=[0-9a-f-]{36}");
            assertThat(page.html().select("main tbody a.open").eachText()).containsExactly(number);
            assertThat(page.text()).doesNotContain("Quỳnh", "quynh", "066190000901");
            assertThat(operator.get(page.address().getPath() + "?"
                                    + page.address().getQuery())
                            .html()
                            .select("main tbody tr"))
                    .hasSize(1);
        }
    }

    @Test
    void isWrittenDown_withTheReason_underAMark() {
        Browser operator = Browser.of(stage.port(), "operator");
        search(operator, "Người Không Có", "Đơn số 77");
        search(operator, "nguoi khong co", "Đơn số 77");

        assertThat(stage.jdbc().queryForList("select subject from audit where reason = 'Đơn số 77'", String.class))
                .hasSize(2)
                .allMatch(subject -> subject.matches("person:[0-9a-f]{16}"))
                .containsOnly(stage.jdbc()
                        .queryForList("select subject from audit where reason = 'Đơn số 77'", String.class)
                        .getFirst());
    }

    @Test
    void givesWhatWasFound_toNoOtherSession() {
        stage.dossier(of("Mai Thị Riêng Tư", null));
        Page mine = search(Browser.of(stage.port(), "operator"), "rieng tu", "Kiểm tra");
        assertThat(mine.has("main tbody tr")).isTrue();

        Page theirs = Browser.of(stage.port(), "lead")
                .get(mine.address().getPath() + "?" + mine.address().getQuery())
                .expect(200);

        assertThat(theirs.has("main tbody")).isFalse();
        assertThat(theirs.main()).contains("hết hạn");
    }

    @Test
    void searchesNothing_withoutAReason_orForEverybody() {
        Browser operator = Browser.of(stage.port(), "operator");

        assertThat(search(operator, "Mai Thị Riêng Tư", " ").main()).contains("CONSOLE-REASON");
        assertThat(search(operator, "Nguyễn", "vì sao").main()).contains("DOSSIER-NAME-COMMON");
        assertThat(search(operator, " ", "vì sao").main()).contains("CONSOLE-PERSON");
        assertThat(search(operator, "Không Ai Tên Thế", "vì sao").main()).contains("Không tìm thấy hồ sơ nào");
    }

    @Test
    void isClosedToViewers_whoReadWhy() {
        Browser viewer = Browser.of(stage.port(), "viewer");
        Page page = viewer.get("/dossiers").expect(200);
        assertThat(page.has(FORM)).isFalse();
        assertThat(page.main()).contains("Người vận hành");

        viewer.post(
                        "/dossiers/by-person",
                        Map.of("_csrf", page.one("[name=_csrf]").val(), "person", "Mai", "reason", "x"))
                .expect(403);
    }

    @Test
    void leadsToTheOnePage_thatANumberInHandMeans() {
        String dossier = stage.dossier();
        long delivery = stage.id(dossier);
        stage.attempt(delivery, 1, "{\"so\":\"" + dossier + "\"}", "{}");
        stage.jdbc().update("update delivery set parcel_number = ? where id = ?", "EB" + delivery + "VN", delivery);
        String digest = stage.jdbc()
                .queryForObject(
                        "select encode(m.digest, 'hex') from evidence_message m join delivery_attempt a on a.evidence_id = m.id"
                                + " where a.delivery_id = ?",
                        String.class,
                        delivery);
        Browser viewer = Browser.of(stage.port(), "viewer");

        assertThat(path(viewer, dossier)).isEqualTo("/dossiers/" + dossier);
        assertThat(path(viewer, "%23" + delivery)).isEqualTo("/deliveries/" + delivery);
        assertThat(path(viewer, "EB" + delivery + "VN")).isEqualTo("/dossiers/" + dossier);
        assertThat(path(viewer, "sha256:" + digest)).startsWith("/evidence/");
        assertThat(viewer.get("/dossiers?number=EB000000000VN").expect(200).main())
                .contains("Không có hồ sơ");
    }

    private static String path(Browser browser, String typed) {
        return browser.get("/dossiers?number=" + typed).expect(200).address().getPath();
    }

    private static Page search(Browser browser, String person, String reason) {
        return browser.submit(browser.get("/dossiers").one(FORM), Map.of("person", person, "reason", reason))
                .expect(200);
    }

    private static ObjectNode of(String name, @org.jspecify.annotations.Nullable String personalId) {
        ObjectNode state = MadeUp.state(1, "ACCEPTED");
        state.withObject("/applicant").put("name", name).put("personalId", personalId);
        return state;
    }
}
