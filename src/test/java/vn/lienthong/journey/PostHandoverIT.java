package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.post.handover.MadeUpManifest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Bưu chính bàn giao hồ sơ đã thu nhận")
class PostHandoverIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final Client vnpost;

    PostHandoverIT(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.vnpost = sandbox.client("vnpost");
    }

    @Test
    @DisplayName("Hồ sơ có mã tới Cổng với kênh bưu chính; biên bản PDF được ký số")
    void bringsADossierToThePortal_andARecordToThePost() {
        String number = MadeUp.number();
        MadeUpManifest manifest = new MadeUpManifest().with(number);

        JsonNode answer =
                vnpost.post("/v1/post/handovers", manifest.json()).expect(200).json();

        assertThat(answer.path("items").path(0).path("status").asText()).isEqualTo("ACCEPTED");
        sandbox.awaitAll(number, "CONFIRMED");
        JsonNode shown = sandbox.portal().history(number).getFirst();
        assertThat(shown.path("KenhThucHien").asText()).isEqualTo("3");
        assertThat(shown.path("NgayNopHoSo").asText())
                .isEqualTo(answer.path("submittedAt").asText().substring(0, 19).replaceAll("[^0-9]", ""));
        String record = answer.path("record").asText();
        sandbox.gateway()
                .await("the record is sealed", SOON, () -> vnpost.get(record).status() == 200);
        Reply pdf = vnpost.get(record);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.text()).startsWith("%PDF-");
    }

    @Test
    @DisplayName("Hồ sơ chưa có mã chờ cơ quan cấp mã rồi mới lên Cổng")
    void waitsForTheAgencysNumber() {
        String parcel = MadeUpManifest.parcel();
        JsonNode answer = vnpost.post(
                        "/v1/post/handovers",
                        new MadeUpManifest().with(parcel, null, item -> {}).json())
                .expect(200)
                .json();
        String number = MadeUp.number();
        var state = MadeUp.state(1, "REGISTERED");
        state.put("channel", "POSTAL")
                .put("submittedAt", answer.path("submittedAt").asText());
        state.putArray("externalIds").add("parcel:" + parcel);

        sandbox.tell(number, state);

        sandbox.awaitAll(number, "CONFIRMED");
        assertThat(vnpost.get("/v1/post/handovers/"
                                + answer.path("manifestNumber").asText())
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("dossierNumber")
                        .asText())
                .isEqualTo(number);
    }
}
