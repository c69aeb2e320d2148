package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.intake.compat.CompatCaller.Answer;

@CompatHttpTest
class ProxyTest {
    private static final String WARD = "H15.24133";
    private static final String DOSSIERS = CompatCaller.PROXY + "DongBoHoSoMC";
    private static final String STEPS = CompatCaller.PROXY + "CapNhatTienDoHoSoMC";
    private static final String ASK = "/compat/proxy/KetNoiMotCuaQuocGia/";

    @LocalServerPort
    private int port;

    @Autowired
    private DossierRegister register;

    private CompatCaller caller;
    private String bearer;

    @BeforeEach
    void getToken() {
        caller = new CompatCaller(port);
        bearer = "Bearer " + caller.token(WARD);
    }

    @Test
    void stores_andAnswersTwiceEncoded() {
        String number = Items.number(WARD);

        Answer answer = push(DOSSIERS + "?MaDinhDanhDV=" + WARD + "&isUpdating=False", list(Items.dossier(number)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("error_code").textValue()).isEqualTo("0");
        assertThat(answer.json().path("message").isTextual()).isTrue();
        assertThat(answer.inner().path("error_code").asText()).isEqualTo("0");
        assertThat(answer.inner().path("message").asText()).contains("thành công");
        assertThat(answer.inner().path("result").isArray()).isTrue();
        assertThat(register.find(number)).isPresent();
    }

    @Test
    void takesParametersInAnyCase_andWithout() {
        String number = Items.number(WARD);
        ObjectNode created = Items.dossier(number);
        push(DOSSIERS + "?madinhdanhdv=" + WARD + "&ISUPDATING=FALSE", list(created));
        push(
                DOSSIERS + "?MaDinhDanhDV=" + WARD + "&isUpdating=true",
                list(Items.dossier(number).put("TrangThaiHoSo", "4")));

        push(DOSSIERS + "?MaDinhDanhDV=" + WARD + "&isUpdating=fAlSe", list(created));
        assertThat(register.find(number).orElseThrow().version()).isEqualTo(2);

        Answer step = push(STEPS, list(Items.step(number, "20251001090000", "4", "Thẩm tra")));
        assertThat(step.code()).isEqualTo("0");
        assertThat(register.find(number).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void reads_theBody_whateverItIsCalled() {
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "application/json; charset=utf-8")) {
            String number = Items.number(WARD);
            Answer answer = caller.post(
                    DOSSIERS + "?MaDinhDanhDV=" + WARD + "&isUpdating=True",
                    list(Items.dossier(number)),
                    "Authorization",
                    bearer,
                    "Content-Type",
                    type);
            assertThat(answer.code()).as(type).isEqualTo("0");
        }
    }

    @Test
    void names_whatIsNotStored() {
        String number = Items.number(WARD);

        Answer answer = push(DOSSIERS, list(Items.dossier(number), Items.dossier("H15.24133-251301-0001")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("-7");
        assertThat(answer.inner().path("result").findValuesAsText("MaHoSo")).containsExactly("H15.24133-251301-0001");
        assertThat(register.find(number)).isPresent();
    }

    @Test
    void refuses_withoutATokenThatCounts() {
        byte[] body = list(Items.dossier(Items.number(WARD)));
        for (Answer answer : List.of(
                caller.post(DOSSIERS, body),
                caller.post(STEPS, body, "Authorization", "Bearer abc.def.ghi"),
                caller.get(ASK + "LayDanhSachTTHC", "Authorization", "Basic eDp5"),
                caller.get(ASK + "LayThuTuc?maTTHC=1.001193"))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("-2");
            assertThat(answer.inner().path("error_code").asText()).isEqualTo("-2");
            assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void answersInItsOwnShape_evenWhereNobodyListens() {
        Answer wrongMethod = caller.get(DOSSIERS);
        Answer nowhere = caller.get("/compat/dvcqg/mapi/nothing");

        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.inner().path("error_code").asText()).isEqualTo("-1");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.code()).isEqualTo("-1");
        assertThat(nowhere.result().isArray()).isTrue();
    }

    @Test
    void refuses_anotherAgencyAndOtherRights() {
        byte[] body = list(Items.dossier(Items.number(WARD)));

        assertThat(push(DOSSIERS + "?MaDinhDanhDV=H15.02", body).code()).isEqualTo("-11");
        Answer bhxh = caller.post(DOSSIERS, body, "Authorization", "Bearer " + caller.token("bhxh"));
        assertThat(bhxh.status()).isEqualTo(200);
        assertThat(bhxh.code()).isEqualTo("-11");
    }

    @Test
    void refuses_bodiesThatAreNoList() {
        for (String body : List.of("", "{", "{}", "7", "[{]", "[]]", "{\"data\":[]}")) {
            Answer answer = push(DOSSIERS, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.code()).as(body).isIn("-1", "-7");
        }
    }

    @Test
    void givesOut_procedures() {
        Answer all = caller.get(ASK + "LayDanhSachTTHC", "Authorization", bearer);
        Answer one = caller.get(ASK + "LayThuTuc?maTTHC=1.001193", "Authorization", bearer);

        assertThat(all.inner().path("result").findValuesAsText("MATTHC")).contains("1.001193", "1.000656");
        assertThat(one.inner().path("result").get(0).path("TENTTHC").asText()).isEqualTo("Đăng ký khai sinh");
        assertThat(caller.get(ASK + "LayThuTuc", "Authorization", bearer).code())
                .isEqualTo("-6");
    }

    private Answer push(String path, byte[] body) {
        return caller.post(path, body, "Authorization", bearer, "Content-Type", "application/json");
    }

    private static byte[] list(ObjectNode... items) {
        return CompatCaller.JSON
                .createArrayNode()
                .addAll(List.of(items))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
