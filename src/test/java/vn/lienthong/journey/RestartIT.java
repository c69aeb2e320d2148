package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

@InSandbox
@DisplayName("Khởi động lại")
class RestartIT {
    private final Sandbox sandbox;

    RestartIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Dừng êm rồi chạy lại: mã truy cập cũ còn dùng được, việc đang chờ đi tiếp, câu trả lời cũ còn nguyên")
    void goesOnWhereItStopped() {
        Client ward = sandbox.ward();
        String number = MadeUp.number();
        sandbox.portal().fault("down", 1, 0);
        String told = ward.put(number, MadeUp.state(1, "ACCEPTED")).expect(202).text();

        sandbox.gateway().restart();
        sandbox.portal().heal();
        String repeated =
                ward.put(number, MadeUp.state(1, "ACCEPTED")).expect(202).text();
        sandbox.awaitAll(number, "CONFIRMED");

        assertThat(repeated).contains(told.replaceAll("(?s).*\"eventId\":\"([^\"]+)\".*", "$1"));
        assertThat(sandbox.portal().history(number)).hasSize(1);
    }

    @Test
    @DisplayName("Sẵn sàng, còn sống và số đo đều trả lời")
    void tellsHowItIs() {
        Client anyone = sandbox.client("ops");

        assertThat(anyone.get("/actuator/health/readiness")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(anyone.get("/actuator/health/liveness")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(anyone.get("/actuator/prometheus").expect(200).text()).contains("lienthong_");
        assertThat(anyone.get("/v1/about").expect(200).text()).contains("Liên Thông");
    }
}
