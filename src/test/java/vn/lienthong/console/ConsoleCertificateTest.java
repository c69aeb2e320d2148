package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;

@CompatHttpTest
class ConsoleCertificateTest {
    @Test
    void namesTheSandboxesOwnCertificates_withTheDaysTheyLast(@LocalServerPort int port) {
        Browser viewer = Browser.of(port, "viewer");

        // the first look comes by itself
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> viewer.get("/certificates").has("main tbody tr"));

        Browser.Page page = viewer.get("/certificates").expect(200);
        assertThat(page.html().select("main tbody code").eachText()).anyMatch(place -> place.contains("signing"));
        assertThat(page.html().select("main tbody .state").eachText()).containsAnyOf("tốt", "cảnh báo", "lỗi");
        assertThat(page.main()).contains("Cách xử lý:");
    }
}
