package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.HttpDouble;

/** Registers that speak JSON, as their files describe them, in good and bad days. */
class JsonRegisterTest {
    private static final RegisterFile BUSINESS = RegisterFile.load(SchemaFiles.packed(), "business");
    private static final RegisterFile INSURANCE = RegisterFile.load(SchemaFiles.packed(), "insurance");
    private static final RegisterFile STORE = RegisterFile.load(SchemaFiles.packed(), "paper-store");
    private static final String COMPANY = """
            {"Data":{"MainInformation":{"ENTERPRISE_GDT_CODE":"6001234567","NAME":"CÔNG TY MẪU"},
             "Representatives":[{"FULL_NAME":"A"},{"FULL_NAME":"B"}]},"Status":"1"}""";

    private HttpDouble told = new HttpDouble((request, wire) -> wire.json(COMPANY));
    private PartnerHttp http;

    @AfterEach
    void close() {
        if (http != null) {
            http.destroy();
        }
        told.close();
    }

    @Test
    void asksByTheKey_readsWhereTheFileSays_andKeepsBothWays() {
        JsonAnswer answer = ask(BUSINESS, "6001234567");

        assertThat(((JsonAnswer.Held) answer).fields().get("name").asText()).isEqualTo("CÔNG TY MẪU");
        assertThat(((JsonAnswer.Held) answer)
                        .fields()
                        .get("legalRepresentative")
                        .asText())
                .isEqualTo("A");
        assertThat(told.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/chiTietDoanhNghiep?msdn=6001234567"));
        assertThat(answer.messages()).hasSize(2);
        assertThat(new String(answer.messages().get(1).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(COMPANY);
    }

    @Test
    void postsWhereTheFileSaysSo() {
        register(new HttpDouble((request, wire) -> wire.json("{\"hoTen\":\"NGUYỄN VĂN MẪU\",\"trangThai\":\"1\"}")));

        assertThat(((JsonAnswer.Held) ask(INSURANCE, "066090000011")).fields()).containsOnlyKeys("fullName", "state");
        assertThat(told.requests().getFirst().body()).isEqualTo("{\"maSoBhxh\":\"066090000011\"}");
        register(new HttpDouble((request, wire) -> wire.json("{\"hoTen\":\"\",\"trangThai\":\"-1\"}")));
        assertThat(ask(INSURANCE, "066090000011")).isInstanceOf(JsonAnswer.NotHeld.class);
    }

    @ParameterizedTest
    @CsvSource({"business, 6001234567, 10", "insurance, 066090000011, 5"})
    void findsEveryFieldInWhatTheTwinTells(String name, String key, int fields) throws IOException {
        RegisterFile file = RegisterFile.load(SchemaFiles.packed(), name);
        try (InputStream in = getClass().getResourceAsStream("/simulator/" + file.partner() + ".json")) {
            String entry = new ObjectMapper().readTree(in).path(key).toString();
            register(new HttpDouble((request, wire) -> wire.json(entry)));
        }

        assertThat(((JsonAnswer.Held) ask(file, key)).fields()).hasSize(fields);
    }

    @Test
    void asksThePaperStoreForKindsOfPapers_inTheNameOfTheOfficer() throws IOException {
        String held;
        try (InputStream in = getClass().getResourceAsStream("/simulator/paper-store.json")) {
            held = new ObjectMapper().readTree(in).path("066090000011").toString();
        }
        register(new HttpDouble((request, wire) -> wire.json(held)));

        JsonAnswer answer = ask(STORE, "066090000011", "buildingPermit");

        assertThat(((JsonAnswer.Held) answer).fields().get("buildingPermit").toString())
                .contains("Giấy phép xây dựng", "11/GPXD");
        JsonNode question =
                new ObjectMapper().readTree(told.requests().getFirst().body());
        assertThat(question.path("SoDinhDanhChuSoHuu").asText()).isEqualTo("066090000011");
        assertThat(question.path("HoTenNguoiYeuCau").asText()).isEqualTo("Trần Thị Mẫu");
        assertThat(question.path("SoDinhDanhNguoiYeuCau").asText()).isEqualTo("066080000099");
        assertThat(question.path("KenhThucHien").asText()).isEqualTo("1");
        assertThat(question.path("MaThuTuc").asText()).isEqualTo("1.007254");
        assertThat(question.path("DanhSachDanhMucKetQua").toString()).isEqualTo("[{\"MaKetQua\":\"KQ.007254.01\"}]");
        assertThat(ask(STORE, "066090000011", "buildingPermit", "marriageCertificate"))
                .as("one of two is missing")
                .isInstanceOf(JsonAnswer.NotHeld.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errorCode\":0,\"result\":{\"DanhSachGiayToKetQua\":[]}}|NotHeld",
                "{\"errorCode\":\"0\",\"result\":{\"DanhSachGiayToKetQua\":null}}|NotHeld",
                "{\"errorCode\":\"404\"}|NotHeld",
                "{\"errorCode\":\"0\"}|Untold",
                "{\"errorCode\":\"0\",\"result\":{\"DanhSachGiayToKetQua\":\"x\"}}|Untold",
                "{\"errorCode\":\"7\",\"message\":\"x\"}|Untold"
            })
    void takesNoListForAnswer_whereThePaperStoreGivesNone(String body, String kind) {
        register(new HttpDouble((request, wire) -> wire.json(body)));

        assertThat(ask(STORE, "066090000011", "buildingPermit").getClass().getSimpleName())
                .isEqualTo(kind);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("REGISTER-OTHER-PERSON", script(COMPANY.replace("6001234567", "6007654321"))),
                Arguments.of("REGISTER-REFUSED", script("{\"Status\":\"9\"}")),
                Arguments.of("REGISTER-UNREADABLE", script("<html>")),
                Arguments.of("REGISTER-UNREADABLE", script("[]")),
                Arguments.of("REGISTER-UNREADABLE", script("{}")),
                Arguments.of("REGISTER-UNREADABLE", script("{\"a\":".repeat(60) + "1" + "}".repeat(60))),
                Arguments.of("REGISTER-TOO-LARGE", script("{\"a\":\"" + "x".repeat(2_000_000) + "\"}")),
                Arguments.of("REGISTER-DOWN", (HttpDouble.Script)
                        (request, wire) -> wire.answer("500 Oops", "", new byte[0])),
                Arguments.of("REGISTER-SIGN-IN", (HttpDouble.Script)
                        (request, wire) -> wire.answer("403 No", "", new byte[0])),
                Arguments.of("REGISTER-THROTTLED", (HttpDouble.Script)
                        (request, wire) -> wire.answer("429 Slow", "", new byte[0])),
                Arguments.of("REGISTER-DOWN", (HttpDouble.Script) (request, wire) -> wire.reset()),
                Arguments.of("REGISTER-SLOW", (HttpDouble.Script) (request, wire) -> wire.silence()));
    }

    private static HttpDouble.Script script(String body) {
        return (request, wire) -> wire.json(body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void believesNothingThatIsNotAnAnswer(String code, HttpDouble.Script script) {
        register(new HttpDouble(script));

        JsonAnswer answer = ask(BUSINESS, "6001234567");

        assertThat(answer).isInstanceOfSatisfying(JsonAnswer.Untold.class, untold -> {
            assertThat(untold.trouble().code()).isEqualTo(code);
            assertThat(untold.detail()).doesNotContain("6001234567");
        });
        assertThat(told.requests()).as("asked once").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void saysOff_whenThereIsNoPartnerEntry() {
        Partners none = TestPartners.of("other.url=http://127.0.0.1:9");

        assertThat(register(none).ask(BUSINESS, asked("6001234567", List.of()), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        JsonAnswer.Untold.class,
                        untold -> assertThat(untold.trouble()).isEqualTo(Trouble.REGISTER_OFF));
    }

    private void register(HttpDouble other) {
        told.close();
        told = other;
    }

    private JsonAnswer ask(RegisterFile file, String key, String... fields) {
        Partners partners = TestPartners.of(
                file.partner() + ".url=" + told.url().toString().replaceAll("/$", ""),
                file.partner() + ".connect-timeout=1s",
                file.partner() + ".read-timeout=2s");
        return register(partners).ask(file, asked(key, List.of(fields)), Duration.ofSeconds(2));
    }

    private static AskedFor asked(String key, List<String> fields) {
        return new AskedFor(key, "H15.24133-261121-0007", "1.007254", "066080000099", "Trần Thị Mẫu", fields);
    }

    private JsonRegister register(Partners partners) {
        SettableClock clock = new SettableClock();
        http = new PartnerHttp(partners, clock);
        ClientTokens tokens = new ClientTokens(http, partners, clock);
        RegisterLine line = new RegisterLine(
                partners, new RegisterProperties(Map.of()), http, new HeaderSigner(tokens, clock), tokens, clock);
        return new JsonRegister(partners, line, clock);
    }
}
