package vn.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

@InSandbox
@DisplayName("Dữ liệu hỏng: mỗi lỗi một lý do rõ ràng, không lưu gì, không bao giờ 500")
class BadInputIT {
    private final Sandbox sandbox;

    BadInputIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** What is sent to a fresh dossier number, and what must come of it. {@code inner}: code of the first finding. */
    private record Case(String name, byte[] body, int status, String code, String inner) {
        static Case text(String name, String body, int status, String code) {
            return new Case(name, body.getBytes(StandardCharsets.UTF_8), status, code, "");
        }

        static Case changed(String name, UnaryOperator<ObjectNode> change, String inner) {
            byte[] body = change.apply(MadeUp.state(1, "ACCEPTED")).toString().getBytes(StandardCharsets.UTF_8);
            return new Case(name, body, 422, "", inner);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String sound = MadeUp.state(1, "ACCEPTED").toString();
        byte[] notUtf8 = sound.replace("Nguyễn", "Nguy~n").getBytes(StandardCharsets.UTF_8);
        notUtf8[new String(notUtf8, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0xff;
        return Stream.of(
                Case.text("rỗng", "", 400, "JSON-EMPTY"),
                Case.text("JSON cụt", sound.substring(0, sound.length() - 2), 400, "JSON-BROKEN"),
                Case.text("hai giá trị", sound + sound, 400, "JSON-BROKEN"),
                Case.text("tên trường lặp", "{\"revision\":1," + sound.substring(1), 400, "JSON-DUPLICATE-KEY"),
                Case.text("lồng 200 tầng", "[".repeat(200) + "]".repeat(200), 400, "JSON-TOO-DEEP"),
                Case.text("nửa ký tự", sound.replace("Đăng ký", "\\ud800 ký"), 422, ""),
                Case.text("mảng thay vì đối tượng", "[" + sound + "]", 422, "DOSSIER-INVALID"),
                Case.text("số không tưởng", sound.replace("\"revision\":1", "\"revision\":1e400"), 422, "NUMBER-RANGE"),
                Case.text("lớn 10 MiB", "{\"x\":\"" + "x".repeat(10 << 20) + "\"}", 413, ""),
                new Case("không phải UTF-8", notUtf8, 400, "TEXT-NOT-UTF8", ""),
                Case.changed("ký tự NUL", body -> body.put("summary", "a\0b"), "TEXT-NUL"),
                Case.changed(
                        "NFD",
                        body -> body.put("summary", Normalizer.normalize("Khai sinh tễ", Normalizer.Form.NFD)),
                        "TEXT-NOT-NFC"),
                Case.changed("sai kiểu", body -> body.put("revision", "một"), "FIELD-TYPE"),
                Case.changed("số âm", body -> body.put("revision", -1), "FIELD-RANGE"),
                Case.changed("thiếu trường", body -> body.without("status"), "FIELD-MISSING"),
                Case.changed("thiếu ngày tiếp nhận", body -> body.without("acceptedAt"), "FIELD-MISSING"),
                Case.changed(
                        "ngày không có thật",
                        body -> body.put("acceptedAt", "2026-02-30T08:00:00+07:00"),
                        "FIELD-VALUE"),
                Case.changed("giờ không múi", body -> body.put("acceptedAt", "2026-02-20T08:00:00"), "FIELD-FORM"),
                Case.changed("trạng thái lạ", body -> body.put("status", "DONE"), "FIELD-VALUE"),
                Case.changed("thủ tục lạ", body -> body.put("procedureCode", "9.999999"), "PROCEDURE-UNKNOWN"),
                Case.changed("cơ quan lạ", body -> body.put("competentAgency", "H15.99999"), "AGENCY-UNKNOWN"),
                Case.changed(
                        "ngược thời gian",
                        body -> body.put("appointmentAt", "2020-01-01T00:00:00+07:00"),
                        "TIME-ORDER"),
                Case.changed(
                        "mã trong thân khác",
                        body -> body.put("dossierNumber", MadeUp.number()),
                        "DOSSIER-NUMBER-DIFFERS"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("Thân hỏng")
    void refusesPrecisely(Case bad) {
        String number = MadeUp.number();

        Reply reply = sandbox.ward().call("PUT", "/v1/dossiers/" + number, bad.body());

        expectProblem(reply, bad.status());
        if (!bad.code().isEmpty()) {
            assertThat(reply.code()).isEqualTo(bad.code());
        }
        if (!bad.inner().isEmpty()) {
            assertThat(reply.json().path("errors").get(0).path("code").asText()).isEqualTo(bad.inner());
        }
        assertThat(sandbox.ward().get("/v1/dossiers/" + number).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    @DisplayName("Mã hồ sơ hỏng")
    void refusesABadNumber(String number) {
        Reply reply = sandbox.ward().put(number, MadeUp.state(1, "ACCEPTED"));

        assertThat(reply.status()).isBetween(400, 422);
    }

    static Stream<String> numbers() {
        return Stream.of(
                "H15.24133-260230-0001",
                "H15.24133-991231-0001",
                "H15.24133-261120",
                "h15.24133-261120-0001",
                "H15.24133-261120-001",
                "1%00",
                "a%2Fb",
                "%F0%9F%98%80",
                "%ff",
                "x".repeat(3000),
                "'%20or%201=1--");
    }

    @Test
    @DisplayName("Phiên bản cũ, bước chuyển không thể, bước của hồ sơ chưa có")
    void refusesWhatContradictsTheStored() {
        String number = MadeUp.number();
        sandbox.tell(number, MadeUp.state(5, "RETURNED"));

        Reply stale = sandbox.ward().put(number, MadeUp.state(4, "RETURNED"));
        Reply other = sandbox.ward().put(number, MadeUp.state(5, "PROCESSED"));
        Reply edge = sandbox.ward().put(number, MadeUp.state(6, "IN_PROGRESS"));
        Reply step = sandbox.ward().progress(MadeUp.number(), MadeUp.step(1, "ACCEPTED"));

        expectProblem(stale, 409);
        assertThat(stale.code()).isEqualTo("DOSSIER-STALE");
        assertThat(other.code()).isEqualTo("DOSSIER-STALE");
        expectProblem(edge, 422);
        assertThat(edge.code()).isEqualTo("STATUS-EDGE");
        expectProblem(step, 404);
        assertThat(sandbox.deliveries(number)).hasSize(1);
    }

    @Test
    @DisplayName("Sai kiểu nội dung, sai phương thức, sai địa chỉ, sai khóa")
    void refusesWrongCalls() {
        String number = MadeUp.number();
        byte[] body = MadeUp.state(1, "ACCEPTED").toString().getBytes(StandardCharsets.UTF_8);

        expectProblem(sandbox.ward().call("PUT", "/v1/dossiers/" + number, body, "Content-Type", "text/plain"), 415);
        expectProblem(sandbox.ward().call("DELETE", "/v1/dossiers/" + number, null), 405);
        expectProblem(sandbox.ward().get("/v1/nothing"), 404);
        expectProblem(
                sandbox.ward().call("PUT", "/v1/dossiers/" + number, body, "Idempotency-Key", "k".repeat(256)), 400);
        expectProblem(sandbox.client("ops").get("/v1/deliveries?limit=0"), 400);
        expectProblem(sandbox.client("ops").get("/v1/deliveries?limit=x"), 400);
        expectProblem(sandbox.client("ops").get("/v1/deliveries?state=NOPE"), 400);
        expectProblem(sandbox.client("ops").get("/v1/deliveries?after=%00"), 400);
        expectProblem(sandbox.client("ops").post("/v1/deliveries/0/retry", "{\"reason\":\"x\"}"), 404);
        expectProblem(sandbox.client("ops").post("/v1/deliveries/0/retry", "{}"), 422);
        expectProblem(sandbox.client("ops").post("/v1/deliveries/0/retry", "{\"reason\":\"a\\u0000b\"}"), 422);
        expectProblem(sandbox.client("ops").get("/v1/work-items?dossierNumber=%00"), 400);
        expectProblem(sandbox.ward().post("/v1/work-items/1/resolve", "{\"reason\":\"x\"}"), 400);
    }

    @Test
    @DisplayName("Lý do bằng tiếng Việt hoặc tiếng Anh theo Accept-Language")
    void speaksTheCallersLanguage() {
        String body =
                MadeUp.state(1, "ACCEPTED").put("procedureCode", "9.999999").toString();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String path = "/v1/dossiers/" + MadeUp.number();

        Reply english = sandbox.ward().call("PUT", path, bytes, "Accept-Language", "en");
        Reply vietnamese = sandbox.ward().call("PUT", path, bytes);

        assertThat(message(english)).startsWith("The catalogue");
        assertThat(message(vietnamese)).startsWith("Không có thủ tục");
    }

    private static String message(Reply reply) {
        return reply.json().path("errors").get(0).path("message").asText();
    }

    private static void expectProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("type").asText()).isNotEmpty();
        assertThat(reply.json().path("title").asText()).isNotEmpty();
        assertThat(reply.code()).matches("[A-Z0-9]+(-[A-Z0-9]+)+");
        assertThat(reply.json().path("traceId").asText()).isNotEmpty();
        assertThat(reply.json().path("errors").isArray()).isTrue();
    }
}
