package vn.lienthong.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Http;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** What anybody who has a dossier's number may learn of it, and what nobody may. */
@CompatHttpTest
class ProgressPageTest {
    private final String gateway;
    private final GatewayClock clock;

    @Autowired
    ProgressPageTest(@LocalServerPort int port, GatewayClock clock) {
        this.gateway = "http://127.0.0.1:" + port;
        this.clock = clock;
    }

    @Test
    void tellsWhereADossierStands_andNothingAboutPersonsOrPapers() {
        String number = told(MadeUp.state(1, "IN_PROGRESS"));

        Reply page = get("/progress?number=" + number);

        assertThat(page.expect(200).text())
                .contains("<html lang=\"vi\"", number, "Đang xử lý", "Đăng ký khai sinh", "Hẹn trả kết quả")
                .containsPattern("Hẹn trả kết quả</dt><dd>\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d</dd>")
                .containsPattern("Ngày tiếp nhận</dt><dd>\\d\\d/\\d\\d/\\d{4}</dd>")
                .doesNotContain("Nguyễn Văn Mẫu", "066090000011", "0900000001", "Tổ dân phố", "<script", "style=\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(get("/progress/" + number.toLowerCase(java.util.Locale.ROOT) + "?lang=en")
                        .expect(200)
                        .text())
                .contains("<html lang=\"en\"", "In progress", number);
    }

    @Test
    void saysThatTheAppointmentIsPast_onlyWhileTheAgencyHasTheDossier() {
        OffsetDateTime now =
                clock.now().atZone(GatewayClock.ZONE).toOffsetDateTime().withNano(0);
        ObjectNode late = MadeUp.state(1, "IN_PROGRESS");
        late.put("submittedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.minusDays(9)));
        late.put("acceptedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.minusDays(8)));
        late.put("appointmentAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.minusDays(1)));
        String number = told(late);
        assertThat(get("/progress?number=" + number).expect(200).text()).contains("quá ngày hẹn trả", "xin lỗi");

        ward().put(number, late.put("revision", 2).put("status", "SUPPLEMENT_REQUESTED"))
                .expect(202);
        assertThat(get("/progress?number=" + number).expect(200).text())
                .contains("Yêu cầu bổ sung")
                .doesNotContain("quá ngày hẹn trả");
    }

    @Test
    void knowsNeitherTests_norNumbersThatAreNone_andShowsNothingTypedUnescaped() {
        String test = told(MadeUp.state(1, "IN_PROGRESS").put("test", true));

        for (String typed :
                new String[] {test, MadeUp.number(), "066090000011", "%3Cb%3Ex", "x".repeat(300), "..%2F..%2Fetc", "%00"
                }) {
            assertThat(get("/progress?number=" + typed).expect(404).text())
                    .as(typed)
                    .contains("chưa có hồ sơ nào mang mã ấy")
                    .doesNotContain("<b>x");
        }
        assertThat(get("/progress").expect(200).text()).doesNotContain("role=\"alert\"");
    }

    @Test
    void changesNothing_andIsReadOnly() {
        assertThat(Http.send("POST", gateway + "/progress?number=x", "").status())
                .isIn(401, 403, 405);
    }

    private String told(ObjectNode state) {
        String number = MadeUp.number();
        ward().put(number, state).expect(202);
        return number;
    }

    private Client ward() {
        return Client.of(gateway, MadeUp.WARD);
    }

    private Reply get(String path) {
        return Http.send("GET", gateway + path, null, "Accept-Language", "vi");
    }
}
