package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.intake.compat.CompatCaller.Answer;

@CompatHttpTest
class HostileInputTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private CompatCaller caller;
    private String session;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
    }

    /** {@code S} stands for a session that is good, {@code D} for a dossier that is. */
    static Stream<Arguments> calls() {
        return Stream.of(
                call("-1", "JSON-EMPTY", ""),
                call("-1", "JSON-BROKEN", "{"),
                call("-1", "JSON-BROKEN", "{\"session\":S,\"data\":[D}"),
                call("-1", "JSON-NOT-OBJECT", "[]"),
                call("-1", "JSON-NOT-OBJECT", "\"DongBoHoSoMC\""),
                call("-1", "JSON-DUPLICATE-KEY", "{\"session\":S,\"session\":S}"),
                call("-2", "SESSION-OVER", "{}"),
                call("-2", "SESSION-OVER", "{\"session\":12345,\"madonvi\":\"H15.24133\",\"service\":\"TraCuuHoSo\"}"),
                call("-7", "FIELD-TYPE", "{\"session\":{},\"madonvi\":\"H15.24133\",\"service\":\"TraCuuHoSo\"}"),
                call("-6", "FIELD-MISSING", "{\"session\":S,\"madonvi\":\"H15.24133\"}"),
                call("-7", "FIELD-TYPE", "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":[]}"),
                call("-8", "SERVICE-UNKNOWN", "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"XoaHoSo\"}"),
                call("-6", "FIELD-MISSING", "{\"session\":S,\"service\":\"TraCuuHoSo\",\"mahoso\":\"x\"}"),
                call("-6", "FIELD-MISSING", "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"TraCuuHoSo\"}"),
                call(
                        "-7",
                        "FIELD-TYPE",
                        "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"TraCuuHoSo\",\"mahoso\":[1]}"),
                call(
                        "-11",
                        "ACCESS-AGENCY",
                        "{\"session\":S,\"madonvi\":\"H15.02\",\"service\":\"DongBoHoSoMC\",\"data\":[D]}"),
                call(
                        "-11",
                        "ACCESS-AGENCY",
                        "{\"session\":S,\"madonvi\":\"\\u0000\",\"service\":\"DongBoHoSoMC\",\"data\":[D]}"),
                call(
                        "-7",
                        "AGENCY-UNKNOWN",
                        "{\"session\":S,\"madonvi\":\"H15.24133.9\",\"service\":\"DongBoHoSoMC\",\"data\":[D]}"),
                push("-6", "FIELD-MISSING", ""),
                push("-6", "FIELD-MISSING", ",\"data\":null"),
                push("-7", "FIELD-TYPE", ",\"data\":{}"),
                push("-7", "FIELD-TYPE", ",\"data\":\"[]\""),
                push("-7", "FIELD-TYPE", ",\"data\":7"),
                push("-7", "FIELD-VALUE", ",\"data\":[D],\"isUpdating\":\"maybe\""),
                push("-7", "FIELD-TYPE", ",\"data\":[D],\"isUpdating\":[true]"),
                push("-7", "FIELD-TYPE", ",\"data\":[null]"),
                push("-7", "FIELD-TYPE", ",\"data\":[[]]"),
                push("-7", "FIELD-TYPE", ",\"data\":[\"{}\"]"),
                push("-6", "NATIONAL-MISSING", ",\"data\":[{}]"),
                push("-7", "NATIONAL-WRONG-TYPE", ",\"data\":[%s]".formatted(with("MaHoSo", "[1]"))),
                push(
                        "-7",
                        "NATIONAL-NOT-A-NUMBER",
                        ",\"data\":[%s]".formatted(with("MaHoSo", "\"H15.24133-250230-0001\""))),
                push("-7", "NATIONAL-NOT-A-NUMBER", ",\"data\":[%s]".formatted(with("MaHoSo", "123"))),
                push(
                        "-7",
                        "DOSSIER-NUMBER-FUTURE",
                        ",\"data\":[%s]".formatted(with("MaHoSo", "\"H15.24133-991231-0001\""))),
                push("-7", "NATIONAL-NOT-A-TIME", ",\"data\":[%s]".formatted(with("NgayTiepNhan", "\"2025-10-01\""))),
                push("-7", "NATIONAL-NOT-A-TIME", ",\"data\":[%s]".formatted(with("NgayHenTra", "\"20250229000000\""))),
                push("-7", "NATIONAL-UNKNOWN-CODE", ",\"data\":[%s]".formatted(with("TrangThaiHoSo", "\"11\""))),
                push("-7", "NATIONAL-UNKNOWN-CODE", ",\"data\":[%s]".formatted(with("KenhThucHien", "9"))),
                push("-7", "NATIONAL-WRONG-TYPE", ",\"data\":[%s]".formatted(with("TaiLieuNop", "\"x\""))),
                push(
                        "-7",
                        "PROCEDURE-UNKNOWN",
                        ",\"data\":[%s]".formatted(with("MaTTHC", "\"%s\"".formatted("9".repeat(9000))))),
                push("-7", "TEXT-NUL", ",\"data\":[%s]".formatted(with("GhiChu", "\"a\\u0000b\""))),
                push("-7", "TEXT-HALF-PAIR", ",\"data\":[%s]".formatted(with("GhiChu", "\"\\uD800\""))),
                push(
                        "-1",
                        "JSON-TOO-DEEP",
                        ",\"data\":[%s]".formatted(with("GhiChu", "[".repeat(200) + "]".repeat(200)))),
                push("-1", "JSON-TOO-DEEP", ",\"data\":" + "[".repeat(3000) + "]".repeat(3000)),
                push("-1", "JSON-DUPLICATE-KEY", ",\"data\":[%s]".formatted(with("GhiChu", "1,\"GhiChu\":2"))),
                push("-12", "BATCH-TOO-LONG", ",\"data\":[" + "{},".repeat(50) + "{}]"));
    }

    @ParameterizedTest(name = "{1} #{index}")
    @MethodSource("calls")
    void isRefusedPrecisely_andStoresNothing(String error, String code, String body) {
        int before = events();

        Answer answer = caller.direct(filled(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo(error);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.message()).isNotBlank().hasSizeLessThan(600).doesNotContain("thành công");
        assertThat(answer.result().isArray()).isTrue();
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void refuses_whatIsTooLarge_withoutReadingAll() {
        byte[] huge = new byte[10 * 1024 * 1024];
        java.util.Arrays.fill(huge, (byte) ' ');

        Answer answer = caller.post(CompatCaller.DIRECT, huge);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("-12");
    }

    @Test
    void refuses_anItemThatIsTooLarge_andStoresItsNeighbour() {
        String number = Items.number(WARD);
        ObjectNode large = Items.dossier(Items.number(WARD)).put("GhiChu", "đ".repeat(1_200_000));

        Answer answer = caller.dossiers(session, WARD, false, List.of(large, Items.dossier(number)));

        assertThat(answer.code()).isEqualTo("-12");
        assertThat(answer.result()).hasSize(1);
        assertThat(caller.lookUp(session, WARD, number).result()).hasSize(1);
    }

    @Test
    void refuses_otherEncodings() {
        String body = filled("{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"DongBoHoSoMC\",\"data\":[D]}");
        for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-32", "windows-1258", "ISO-8859-1")) {
            Answer answer = caller.post(CompatCaller.DIRECT, body.getBytes(Charset.forName(encoding)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.code()).as(encoding).isEqualTo("-1");
        }
    }

    @Test
    void leavesTheRestOfABatchUnharmed() {
        String number = Items.number(WARD);
        String bad = "null,7,[],\"x\",{},{\"MaHoSo\":{}},{\"a\":1,\"a\":2},{\"a\":\"\\u0000\"},{\"x\":" + "[".repeat(90)
                + "]".repeat(90) + "}";

        Answer answer =
                caller.direct(filled("{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"DongBoHoSoMC\",\"data\":["
                        + bad + "," + Items.dossier(number) + "]}"));

        assertThat(answer.code()).isEqualTo("-10");
        assertThat(answer.result()).hasSize(9);
        assertThat(caller.lookUp(session, WARD, number).result()).hasSize(1);
    }

    @Test
    void notesARefusedCall_whereTheAgencyLooks() {
        caller.direct(
                filled("{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"CapNhatTienDoHoSoMC\",\"data\":\"x\"}"));

        assertThat(jdbc.queryForObject(
                        "select count(*) from work_item where code = 'INTAKE-REFUSED' and agency = ? and dossier_number is null"
                                + " and state = 'OPEN'",
                        Integer.class,
                        WARD))
                .isEqualTo(1);
    }

    @Test
    void countsCalls_byServiceAndAnswer() {
        caller.direct(filled("{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"LayDanhMucCoQuan\"}"));

        assertThat(caller.get("/actuator/prometheus").body())
                .contains("lienthong_intake_compat_calls_total{answer=\"stored\",service=\"LayDanhMucCoQuan\"");
    }

    @Test
    void answersInEnglish_whenAskedTo() {
        Answer answer =
                caller.post(CompatCaller.DIRECT, "{}".getBytes(StandardCharsets.UTF_8), "Accept-Language", "en");

        assertThat(answer.message()).contains("sign in");
    }

    /** Any JSON, and any JSON cut or stirred, gets an answer of the national shape and never an HTTP error. */
    @Test
    void neverFails_whateverComes() {
        JqwikSession.run(() -> garbage().sampleStream().limit(400).forEach(body -> {
            Answer answer = caller.post(CompatCaller.DIRECT, filled(body).getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(body).isEqualTo(200);
            JsonNode json = answer.json();
            assertThat(json.path("error_code").isTextual()).as(body).isTrue();
            assertThat(json.path("error_code").asText()).as(body).isNotIn("-15", "3", "-3");
            assertThat(json.path("message").isTextual()).as(body).isTrue();
            assertThat(json.path("result").isArray()).as(body).isTrue();
        }));
    }

    private static Arbitrary<String> garbage() {
        Arbitrary<String> scalars = Arbitraries.of(
                "null",
                "true",
                "7",
                "-1e999",
                "\"\"",
                "\"x\"",
                "\"\\u0000\"",
                "\"\\uD800\"",
                "S",
                "D",
                "\"True\"",
                "1".repeat(60),
                "\"H15.24133\"",
                "\"DongBoHoSoMC\"",
                "\"CapNhatTienDoHoSoMC\"",
                "\"TraCuuHoSo\"",
                "\"20251001000000\"");
        Arbitrary<String> names = Arbitraries.of(
                "session",
                "madonvi",
                "service",
                "isUpdating",
                "data",
                "mahoso",
                "maTTHC",
                "MaHoSo",
                "TrangThai",
                "TrangThaiHoSo",
                "NgayTiepNhan",
                "TaiLieuNop",
                "",
                "\\u0000",
                "đ");
        Arbitrary<String> values = Arbitraries.lazyOf(
                () -> scalars,
                () -> scalars,
                () -> entries(names, scalars),
                () -> scalars.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                () -> entries(names, scalars).list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"));
        Arbitrary<String> pushes = entries(names, values)
                .map(item -> "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"DongBoHoSoMC\",\"data\":[" + item
                        + "]}");
        Arbitrary<String> steps = pushes.map(body -> body.replace("DongBoHoSoMC", "CapNhatTienDoHoSoMC"));
        Arbitrary<String> patched = Arbitraries.of(Items.dossier("H15.24133-251001-0001").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList())
                .flatMap(field -> values.map(
                        value -> "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"DongBoHoSoMC\",\"data\":["
                                + with(field, value) + "]}"));
        Arbitrary<String> cut = patched.flatMap(
                body -> Arbitraries.integers().between(0, body.length()).map(end -> body.substring(0, end)));
        return Arbitraries.oneOf(
                entries(names, values),
                pushes,
                steps,
                patched,
                cut,
                Arbitraries.strings().ofMaxLength(40));
    }

    private static Arbitrary<String> entries(Arbitrary<String> names, Arbitrary<String> values) {
        return names.flatMap(name -> values.map(value -> "\"" + name + "\":" + value))
                .list()
                .ofMaxSize(6)
                .map(list -> "{" + String.join(",", list) + "}");
    }

    private String filled(String body) {
        return body.replace(":S", ":\"" + session + "\"")
                .replace("[D", "[" + Items.dossier(Items.number(WARD)))
                .replace(":D", ":" + Items.dossier(Items.number(WARD)));
    }

    private int events() {
        return jdbc.queryForObject("select count(*) from dossier_event", Integer.class);
    }

    private static Arguments call(String error, String code, String body) {
        return Arguments.of(error, code, body);
    }

    private static Arguments push(String error, String code, String rest) {
        return call(error, code, "{\"session\":S,\"madonvi\":\"H15.24133\",\"service\":\"DongBoHoSoMC\"" + rest + "}");
    }

    /** A good item in which one field stands as given here. */
    private static String with(String field, String json) {
        ObjectNode item = Items.dossier("H15.24133-251001-99999");
        item.put(field, "@@");
        return item.toString().replace("\"@@\"", json);
    }
}
