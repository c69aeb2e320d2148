package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.evidence.verify.ContainerCheck;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.evidence.verify.Seals;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

@InSandbox
@DisplayName("Bằng chứng mà bên thứ ba kiểm được")
class EvidenceIT {
    private static final String SAMPLE_ROOT = "certs-sample/root.pem";

    private final Sandbox sandbox;

    EvidenceIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Điều đã nhận: đúng nguyên văn, có chữ ký và dấu thời gian")
    void provesWhatCameIn() throws Exception {
        String number = MadeUp.number();
        JsonNode told = MadeUp.state(1, "ACCEPTED");
        String event = sandbox.tell(number, MadeUp.state(1, "ACCEPTED"))
                .path("eventId")
                .asText();

        byte[] container = evidence(event);

        Report report = check(container);
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        assertThat(report.stampedAt()).isNotNull();
        assertThat(report.leaf().party()).isEqualTo(MadeUp.WARD);
        assertThat(new String(files(container).get("message.json"), StandardCharsets.UTF_8))
                .isEqualTo(told.toString());
    }

    @Test
    @DisplayName("Điều đã gửi đi: chỉ hồ sơ ấy, không lộ hồ sơ gửi cùng")
    void provesWhatWentOut() throws Exception {
        String number = sandbox.confirmedDossier();
        String sent = sandbox.lastDelivery(number).path("evidenceId").asText();

        byte[] container = evidence(sent);

        assertThat(check(container).passed()).isTrue();
        String message = new String(files(container).get("message.json"), StandardCharsets.UTF_8);
        assertThat(message).contains(number).doesNotContain("session");
        assertThat(sandbox.client("ops")
                        .get("/v1/dossiers/" + number + "/timeline")
                        .text())
                .contains(sent);
    }

    @Test
    @DisplayName("Các gói khác nhau thuộc một lịch sử")
    void tiesCheckpointsTogether() throws Exception {
        sandbox.tell(MadeUp.number(), MadeUp.state(1, "ACCEPTED"));
        assertThat(check(container("/v1/evidence/checkpoints", 200).body()).passed())
                .isTrue();
    }

    @Test
    @DisplayName("Chỉ thanh tra được lấy bằng chứng")
    void isForInspectorsOnly() throws Exception {
        String event = sandbox.tell(MadeUp.number(), MadeUp.state(1, "ACCEPTED"))
                .path("eventId")
                .asText();
        for (Client other : List.of(sandbox.ward(), sandbox.client("ops"), sandbox.client("bhxh"))) {
            assertThat(other.get("/v1/evidence/" + event).expect(403).code()).isEqualTo("ACCESS-SCOPE");
        }
        assertThat(sandbox.client("auditor")
                        .get("/v1/evidence/none")
                        .expect(404)
                        .code())
                .isEqualTo("EVIDENCE-NOT-FOUND");
    }

    @Test
    @DisplayName("Ai cũng kiểm được gói bằng chứng trên trang công khai, không cần đăng nhập")
    void isVerifiedForAnybody() throws Exception {
        String event = sandbox.tell(MadeUp.number(), MadeUp.state(1, "ACCEPTED"))
                .path("eventId")
                .asText();
        byte[] container = evidence(event);
        String gateway = sandbox.client("auditor").gateway();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + "/verify")).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Kiểm tra tài liệu ký số");
            assertThat(http.send(
                                    HttpRequest.newBuilder(URI.create(gateway + "/assets/verify.css"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);

            HttpResponse<String> verdict =
                    http.send(upload(gateway + "/verify?lang=en", container), BodyHandlers.ofString());
            assertThat(verdict.statusCode()).isEqualTo(200);
            assertThat(verdict.body()).contains("Whole: nothing was changed", event, "SAMPLE");
        }
    }

    private static HttpRequest upload(String address, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--frame\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.asice\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--frame--\r\n".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "multipart/form-data; boundary=frame")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private byte[] evidence(String id) throws Exception {
        HttpResponse<byte[]> answer = container("/v1/evidence/" + id, 200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.etsi.asic-e+zip");
        return answer.body();
    }

    private HttpResponse<byte[]> container(String path, int status) throws Exception {
        Client auditor = sandbox.client("auditor");
        HttpRequest request = HttpRequest.newBuilder(URI.create(auditor.gateway() + path))
                .header("Authorization", "Bearer " + auditor.token())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(status);
            return answer;
        }
    }

    private static Report check(byte[] container) throws Exception {
        return new ContainerCheck(Seals.trusting(List.of(SAMPLE_ROOT)), List.of(), java.time.Instant.now())
                .check("x.asice", container);
    }

    /** As any program unpacks it. */
    private static Map<String, byte[]> files(byte[] container) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
