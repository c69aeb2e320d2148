package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Kết quả và tệp đính kèm đi từ phường tới Cổng bằng liên kết có chữ ký")
class ResultIT {
    private static final String BOUNDARY = "ranh-gioi";
    private static final HttpClient PORTAL =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Sandbox sandbox;

    ResultIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    @DisplayName("Kết quả được đóng dấu, tới Cổng trong danh sách giấy tờ kết quả, Cổng tải được bằng liên kết")
    void carriesASealedResultToThePortal() throws Exception {
        String number = sandbox.confirmedDossier();
        byte[] pdf = SigningWorld.pdf().bytes();

        JsonNode accepted =
                post(number, metadata(true, "PORTAL"), pdf).expect(202).json();
        sandbox.awaitAll(number, "CONFIRMED");

        String id = accepted.path("resultId").asText();
        assertThat(accepted.path("deliveries").get(0).path("kind").asText()).isEqualTo("result");
        List<JsonNode> history = sandbox.portal().history(number);
        JsonNode paper = history.getLast().path("DanhSachGiayToKetQua").get(0);
        assertThat(history).hasSize(2);
        assertThat(history.getLast().path("service").asText()).isEqualTo("DongBoHoSoMC");
        assertThat(paper.path("TenGiayTo").asText()).isEqualTo("Giấy khai sinh");
        assertThat(paper.path("MaGiayToKetQua").asText()).isEqualTo("KQ01");
        assertThat(paper.path("GiayToId").asText()).isEqualTo(id);
        HttpResponse<byte[]> fetched = fetch(paper.path("DuongDanTepTinKetQua").asText());
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(fetched.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new String(fetched.body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/ByteRange");
        JsonNode shown = results(number).get(0);
        assertThat(shown.path("state").asText()).isEqualTo("SEALED");
        assertThat(shown.path("sha256").asText()).isEqualTo(digest(fetched.body()));
        assertThat(sandbox.ward()
                        .get("/v1/dossiers/" + number + "/results/" + id + "/content")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Trạng thái gửi sau vẫn mang kết quả đã gắn; dòng thời gian và hồ sơ cho thấy kết quả")
    void laterStatesKeepTheResult() {
        String number = sandbox.confirmedDossier();
        String id = post(number, metadata(false, "PORTAL"), SigningWorld.XML.bytes())
                .expect(202)
                .json()
                .path("resultId")
                .asText();
        ObjectNode later = MadeUp.state(2, "IN_PROGRESS");
        later.putArray("results");
        sandbox.tell(number, later);
        sandbox.awaitAll(number, "CONFIRMED");

        JsonNode last = sandbox.portal().history(number).getLast();
        assertThat(last.path("TrangThaiHoSo").asText()).isEqualTo("4");
        assertThat(last.path("DanhSachGiayToKetQua").get(0).path("GiayToId").asText())
                .isEqualTo(id);
        assertThat(get("/v1/dossiers/" + number)
                        .path("results")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(get("/v1/dossiers/" + number + "/timeline").path("items"))
                .anySatisfy(entry -> assertThat(entry.path("what").asText()).isEqualTo("RESULT"));
        assertThat(get("/v1/work-items?dossierNumber=" + number)
                        .path("items")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("RESULT-UNSIGNED");
    }

    @Test
    @DisplayName("Gửi lại kết quả, cùng khóa hay không, đều nhận câu trả lời cũ")
    void answersARepeatAsBefore() {
        String number = sandbox.confirmedDossier();
        String[] key = {"Idempotency-Key", "result-" + number};

        Reply first = post(number, metadata(false, "PORTAL"), SigningWorld.XML.bytes(), key)
                .expect(202);
        Reply second = post(number, metadata(false, "PORTAL"), SigningWorld.XML.bytes(), key)
                .expect(202);
        Reply third = post(number, metadata(false, "PORTAL"), SigningWorld.XML.bytes())
                .expect(202);
        Reply other = post(number, metadata(true, "PORTAL"), SigningWorld.XML.bytes(), key);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(third.json().path("resultId")).isEqualTo(first.json().path("resultId"));
        assertThat(other.code()).isEqualTo("IDEMPOTENCY-MISMATCH");
        assertThat(results(number)).hasSize(1);
    }

    @Test
    @DisplayName("Kết quả sai bị từ chối có lý do, không để lại gì")
    void refusesWhatItCannotTake() {
        String number = sandbox.confirmedDossier();
        byte[] xml = SigningWorld.XML.bytes();

        assertThat(post(number, metadata(false, "ARCHIVE"), xml).code()).isEqualTo("RESULT-FORWARD");
        assertThat(post(number, "{}", xml).code()).isEqualTo("RESULT-INVALID");
        assertThat(post(number, metadata(false), "PK".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("RESULT-TYPE");
        assertThat(post(number, metadata(false), "%PDF-1.7 hỏng".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("RESULT-UNREADABLE");
        assertThat(post(MadeUp.number(), metadata(false), xml).code()).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(sandbox.client("ops")
                        .call("POST", "/v1/dossiers/" + number + "/results", body(metadata(false), xml), type())
                        .code())
                .isEqualTo("ACCESS-SCOPE");
        assertThat(results(number)).isEmpty();
    }

    @Test
    @DisplayName("Tệp đính kèm: tải lên, tải về, gửi sai, người ngoài, và liên kết tới Cổng")
    void carriesAnAttachment() throws Exception {
        byte[] file = ("Tờ khai của " + MadeUp.number()).getBytes(StandardCharsets.UTF_8);
        String address = "/v1/attachments/" + digest(file);

        assertThat(put(address, file).status()).isEqualTo(201);
        assertThat(put(address, file).status()).isEqualTo(200);
        assertThat(put("/v1/attachments/" + "0".repeat(64), file).code()).isEqualTo("ATTACHMENT-DIGEST");
        assertThat(put("/v1/attachments/x", file).code()).isEqualTo("ATTACHMENT-NAME");
        assertThat(sandbox.ward().get(address).text()).isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(sandbox.client("H15.02").get(address).code()).isEqualTo("ATTACHMENT-NOT-FOUND");
        String number = MadeUp.number();
        ObjectNode state = MadeUp.state(1, "ACCEPTED");
        state.putArray("documents")
                .addObject()
                .put("id", "d1")
                .put("name", "Tờ khai.pdf")
                .put("attachment", "sha256:" + digest(file));
        sandbox.tell(number, state);
        sandbox.awaitAll(number, "CONFIRMED");

        String link = sandbox.portal()
                .history(number)
                .getFirst()
                .path("TaiLieuNop")
                .get(0)
                .path("DuongDanTaiTepTin")
                .asText();
        assertThat(fetch(link).body()).isEqualTo(file);
        assertThat(fetch(link.substring(0, link.length() - 2) + "AA").statusCode())
                .isEqualTo(404);
        assertThat(fetch(link.substring(0, link.lastIndexOf('/') + 1)).statusCode())
                .isIn(401, 403, 404);
    }

    private Reply post(String number, String metadata, byte[] document, String... headers) {
        List<String> all = new java.util.ArrayList<>(List.of(type()));
        all.addAll(List.of(headers));
        return sandbox.ward()
                .call(
                        "POST",
                        "/v1/dossiers/" + number + "/results",
                        body(metadata, document),
                        all.toArray(String[]::new));
    }

    private Reply put(String address, byte[] file) {
        return sandbox.ward().call("PUT", address, file, "Content-Type", "text/plain;charset=UTF-8");
    }

    private JsonNode get(String address) {
        return sandbox.ward().get(address).expect(200).json();
    }

    private JsonNode results(String number) {
        return get("/v1/dossiers/" + number + "/results").path("items");
    }

    private static HttpResponse<byte[]> fetch(String link) throws Exception {
        return PORTAL.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String[] type() {
        return new String[] {"Content-Type", "multipart/form-data; boundary=" + BOUNDARY};
    }

    private static String metadata(boolean seal, String... to) {
        String forward = to.length == 0 ? "" : "\"" + String.join("\",\"", to) + "\"";
        return "{\"title\":\"Giấy khai sinh\",\"resultCode\":\"KQ01\",\"returnBy\":\"COUNTER\",\"seal\":" + seal
                + ",\"forwardTo\":[" + forward + "]}";
    }

    private static byte[] body(String metadata, byte[] document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + metadata + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"ket-qua\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(document);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
