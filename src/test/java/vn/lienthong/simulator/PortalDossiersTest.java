package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.NUMBER;
import static vn.lienthong.simulator.Samples.dossier;
import static vn.lienthong.simulator.Samples.finished;
import static vn.lienthong.simulator.Samples.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal's twin accepts, refuses, keeps and counts. */
class PortalDossiersTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = twins.caller().signedIn();
    }

    @Test
    void keepsADossierAsReceived_whenCreated() {
        JsonNode reply = caller.create(dossier().put("GhiChu", "mốc 1").put("TruongLa", 7));

        assertThat(reply.path("error_code").asText()).isEqualTo("0");
        assertThat(reply.path("error_code").isTextual()).isTrue();
        assertThat(reply.at("/result/0/MaHoSo").asText()).isEqualTo(NUMBER);
        assertThat(reply.at("/result/0/error_code").asText()).isEqualTo("0");
        JsonNode effect = caller.history(NUMBER).get(0);
        assertThat(effect.path("at").asText()).isEqualTo("2026-11-21T08:00:00.000+07:00");
        assertThat(effect.path("service").asText()).isEqualTo("DongBoHoSoMC");
        assertThat(effect.path("isUpdating").isBoolean()).isTrue();
        assertThat(effect.path("isUpdating").booleanValue()).isFalse();
        assertThat(effect.path("GhiChu").asText()).isEqualTo("mốc 1");
        assertThat(effect.path("TruongLa").isInt()).isTrue();
        assertThat(effect.path("ChuHoSo").asText()).isEqualTo("Nguyễn Văn Mẫu");
    }

    @Test
    void showsEveryEffectInOrder() {
        caller.create(dossier().put("GhiChu", "1"));
        caller.progress(step("20260131090000"));
        caller.update(finished().put("GhiChu", "2"));
        caller.progress(step("20260203110000"));

        JsonNode history = caller.history(NUMBER);
        assertThat(history.findValuesAsText("service"))
                .containsExactly("DongBoHoSoMC", "CapNhatTienDoHoSoMC", "DongBoHoSoMC", "CapNhatTienDoHoSoMC");
        assertThat(history.get(1).path("isUpdating").isNull()).isTrue();
        assertThat(history.get(2).path("isUpdating").booleanValue()).isTrue();
        assertThat(history.get(2).path("GhiChu").asText()).isEqualTo("2");
        assertThat(history.get(3).path("ThoiDiemXuLy").asText()).isEqualTo("20260203110000");
        assertFigures(1, 1, 1, 2, 0);
    }

    @Test
    void refusesASecondCreate_andCountsItOnlyWhenIdentical() {
        caller.create(dossier());

        JsonNode other = caller.create(dossier().put("GhiChu", "khác"));
        assertThat(other.path("error_code").asText()).isEqualTo("-3");
        assertThat(other.path("message").asText()).contains("đã tồn tại");
        assertFigures(1, 1, 0, 0, 0);

        assertThat(caller.create(dossier()).path("error_code").asText()).isEqualTo("-3");
        assertFigures(1, 1, 0, 0, 1);
        assertThat(caller.history(NUMBER)).hasSize(1);
    }

    @Test
    void countsAnIdenticalUpdateAsDuplicate_whateverTheOrderOfFieldsAndTheFormOfNumbers() {
        caller.create(dossier());
        ObjectNode same = Caller.JSON.createObjectNode().put("LoaiDoiTuong", 1);
        dossier().properties().forEach(field -> same.putIfAbsent(field.getKey(), field.getValue()));

        assertThat(caller.update(same).path("error_code").asText()).isEqualTo("0");
        assertThat(caller.history(NUMBER)).hasSize(1);
        assertFigures(1, 1, 0, 0, 1);
    }

    @Test
    void takesAnEarlierContentAgainAsAnEffect_whenAnotherStoodBetween() {
        caller.create(dossier());
        caller.update(dossier().put("GhiChu", "khác"));
        caller.update(dossier());

        assertThat(caller.history(NUMBER)).hasSize(3);
        assertFigures(1, 1, 2, 0, 0);
    }

    @Test
    void countsARepeatedStepAsDuplicate_evenBehindOthers() {
        caller.create(dossier());
        caller.progress(step("20260131090000"));
        caller.progress(step("20260131100000"));

        assertThat(caller.progress(step("20260131090000")).path("error_code").asText())
                .isEqualTo("0");
        assertFigures(1, 1, 0, 2, 1);
    }

    @Test
    void refusesAnUpdateAndAStepForAnUnknownDossier_eachWithItsOwnCode() {
        assertThat(caller.update(dossier()).path("error_code").asText()).isEqualTo("-4");
        assertThat(caller.progress(step("20260131090000")).path("error_code").asText())
                .isEqualTo("-5");
        assertFigures(0, 0, 0, 0, 0);
        assertThat(twins.caller()
                        .send("GET", "/__sim/portal/dossiers/" + NUMBER, "")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "true", "TRUE", "1"})
    void readsIsUpdating_inAnyCase(String word) {
        caller.create(dossier());
        assertThat(caller.dossiers(word, finished()).path("error_code").asText())
                .isEqualTo("0");
    }

    @Test
    void readsIsUpdating_asABooleanToo() {
        assertThat(caller.dossiers(false, dossier()).path("error_code").asText())
                .isEqualTo("0");
        assertThat(caller.dossiers(true, finished()).path("error_code").asText())
                .isEqualTo("0");
        assertThat(caller.dossiers("maybe", finished()).path("error_code").asText())
                .isEqualTo("-1");
    }

    @ParameterizedTest
    @CsvSource({
        "MaHoSo,'',-6",
        "MaTTHC,'',-6",
        "LoaiDoiTuong,'',-6",
        "TrangThaiHoSo,'',-6",
        "TrangThaiHoSo,11,-7",
        "NgayTiepNhan,'',-6",
        "NgayTiepNhan,20260230080000,-7",
        "NgayHenTra,2026-02-05,-7",
        "KenhThucHien,9,-7",
        "TaiLieuNop,none,-7"
    })
    void refusesAnItem_whoseFieldMakesNoSense(String field, String value, String code) {
        JsonNode reply = caller.create(dossier().put(field, value));
        assertThat(reply.path("error_code").asText()).isEqualTo(code);
        assertThat(reply.at("/result/0/message").asText()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaHoSo", "NguoiXuLy", "ThoiDiemXuLy", "NoiDungXuLy", "TrangThai"})
    void refusesAStep_withoutOneOfItsFields(String field) {
        caller.create(dossier());
        JsonNode reply = caller.progress(step("20260131090000").put(field, " "));
        assertThat(reply.path("error_code").asText()).isEqualTo("-6");
        assertThat(reply.at("/result/0/message").asText()).contains(field);
    }

    @Test
    void demandsEveryRequiredField_whenSetTo() {
        caller.behaviour("{\"fields\":\"all\"}");
        JsonNode reply = caller.create(dossier());
        assertThat(reply.path("error_code").asText()).isEqualTo("-6");
        assertThat(reply.path("message").asText()).contains("Email");
        ObjectNode whole = dossier().put("Email", "").put("SoDienThoai", "").put("TrichYeuHoSo", "");
        whole.put("NoiNopHoSo", "2").put("HoSoCoThanhPhanSoHoa", "0");
        whole.put("TaiKhoanDuocXacThucVoiVNeID", "0").put("DuocThanhToanTrucTuyen", 0);
        assertThat(caller.create(whole).path("error_code").asText()).isEqualTo("0");
    }

    @Test
    void writesCodesAsNumbers_whenSetTo() {
        caller.behaviour("{\"codes\":\"number\"}");
        assertThat(caller.create(dossier()).path("error_code").isInt()).isTrue();
        assertThat(caller.create(dossier()).at("/result/0/error_code").intValue())
                .isEqualTo(-3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"session\":\"S\"} {}",
                "{\"session\":\"S\",\"session\":\"S\",\"service\":\"DongBoHoSoMC\"}"
            })
    void answersMalformedCallsWithACode(String body) {
        var reply = caller.send("POST", "/portal/mapi/g", body);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(Caller.json(reply.body()).path("error_code").asText()).isEqualTo("-1");
    }

    @Test
    void answersCallsThatAskForNothingSensibleWithACode() {
        assertThat(caller.service(caller.call("DongBoDanhGia"))
                        .path("error_code")
                        .asText())
                .isEqualTo("-8");
        assertThat(caller.service(caller.call("DongBoHoSoMC")
                                .put("isUpdating", "False")
                                .put("data", "x"))
                        .path("error_code")
                        .asText())
                .isEqualTo("-1");
        assertThat(caller.progress().path("error_code").asText()).isEqualTo("-1");
        assertThat(caller.service(caller.call("TraCuuHoSo").put("madonvi", ""))
                        .path("error_code")
                        .asText())
                .isEqualTo("-1");
        assertThat(caller.send("GET", "/portal/mapi/g", "").statusCode()).isEqualTo(405);
        assertThat(caller.send("POST", "/portal/other", "{}").statusCode()).isEqualTo(404);
    }

    private void assertFigures(int dossiers, int creates, int updates, int progress, int duplicates) {
        JsonNode stats = caller.stats();
        assertThat(stats.path("dossiers").intValue()).isEqualTo(dossiers);
        assertThat(stats.path("creates").intValue()).isEqualTo(creates);
        assertThat(stats.path("updates").intValue()).isEqualTo(updates);
        assertThat(stats.path("progress").intValue()).isEqualTo(progress);
        assertThat(stats.path("duplicates").intValue()).isEqualTo(duplicates);
        assertThat(stats.path("outOfOrder").intValue()).isZero();
    }
}
