package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.intake.compat.CompatCaller.Answer;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

@CompatHttpTest
class DossierPushTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private DossierRegister register;

    @Autowired
    private WorkItems workItems;

    private CompatCaller caller;
    private String session;

    @BeforeEach
    void signIn() {
        caller = new CompatCaller(port);
        session = caller.login(WARD);
    }

    @Test
    void stores_aNewDossier_asItsAgencyToldIt() {
        String number = Items.number(WARD);

        Answer answer = push(false, Items.dossier(number));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("error_code").textValue()).isEqualTo("0");
        assertThat(answer.message()).contains("thành công");
        assertThat(answer.result().isArray()).isTrue();
        assertThat(answer.result()).isEmpty();
        DossierContent content = content(number);
        assertThat(content.intakeAgency()).isEqualTo(WARD);
        assertThat(content.competentAgency()).isEqualTo(WARD);
        assertThat(content.status()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(content.acceptedAt()).hasToString("2025-10-01T08:20+07:00");
        assertThat(content.national()).containsEntry("GhiChu", "Hẹn trả tại quầy số 3");
        assertThat(openItems(number)).isEmpty();
    }

    @Test
    void takesAnUpdate_ofADossierNeverSeen_andACreate_ofOneThatIsThere() {
        String number = Items.number(WARD);
        assertThat(push(true, Items.dossier(number)).code()).isEqualTo("0");

        Answer again = push(false, Items.dossier(number).put("TrangThaiHoSo", "4"));

        assertThat(again.code()).isEqualTo("0");
        assertThat(again.body()).doesNotContain("đã tồn tại");
        assertThat(record(number).version()).isEqualTo(2);
        assertThat(record(number).status()).isEqualTo(DossierStatus.IN_PROGRESS);
    }

    @Test
    void storesEqualContentOnce_whateverItsFormAndOrder() {
        String number = Items.number(WARD);
        push(false, Items.dossier(number));

        ObjectNode same = CompatCaller.JSON.createObjectNode();
        same.put("GhiChu", "Hẹn trả tại quầy số 3").put("TrangThaiHoSo", 2).put("HoSoCoThanhPhanSoHoa", false);
        Items.dossier(number).properties().forEach(field -> same.putIfAbsent(field.getKey(), field.getValue()));

        assertThat(push(true, same).code()).isEqualTo("0");
        assertThat(push(false, same).code()).isEqualTo("0");
        assertThat(record(number).version()).isEqualTo(1);
    }

    @Test
    void takesALateCreate_asDone_withoutGoingBack() {
        String number = Items.number(WARD);
        ObjectNode created = Items.dossier(number);
        push(false, created);
        push(true, Items.dossier(number).put("TrangThaiHoSo", "4"));

        assertThat(push(false, created).code()).isEqualTo("0");

        assertThat(record(number).version()).isEqualTo(2);
        assertThat(record(number).status()).isEqualTo(DossierStatus.IN_PROGRESS);
    }

    @Test
    void takesAnUpdate_backToEarlierContent_asANewVersion() {
        String number = Items.number(WARD);
        push(false, Items.dossier(number));
        push(true, Items.dossier(number).put("GhiChu", "đổi"));

        push(true, Items.dossier(number));

        assertThat(record(number).version()).isEqualTo(3);
        assertThat(content(number).national()).containsEntry("GhiChu", "Hẹn trả tại quầy số 3");
    }

    @Test
    void takes_isUpdatingInAnyForm() {
        for (String form : List.of("\"True\"", "\"TRUE\"", "true", "1", "\"false\"", "0", "\"\"", "null")) {
            ObjectNode call = CompatCaller.call(session, WARD, "DongBoHoSoMC");
            call.putArray("data").add(Items.dossier(Items.number(WARD)));
            String body = call.toString().replaceFirst("\\{", "{\"isUpdating\":" + form + ",");
            assertThat(caller.direct(body).code()).as(form).isEqualTo("0");
        }
        ObjectNode call = CompatCaller.call(session, WARD, "DongBoHoSoMC").put("isUpdating", "perhaps");
        call.putArray("data").add(Items.dossier(Items.number(WARD)));
        assertThat(caller.direct(call).code()).isEqualTo("-7");
    }

    @Test
    void storesTheGoodItems_andNamesTheOthers() {
        List<String> numbers =
                IntStream.range(0, 5).mapToObj(i -> Items.number(WARD)).toList();
        List<JsonNode> items = List.of(
                Items.dossier(numbers.get(0)),
                Items.dossier(numbers.get(1)).put("MaTTHC", "9.999999"),
                Items.dossier(numbers.get(2)).put("NgayTra", "20251301000000"),
                Items.dossier(numbers.get(3)).put("ChuHoSo", ""),
                Items.dossier(numbers.get(4)));

        Answer answer = caller.dossiers(session, WARD, false, items);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("-10");
        assertThat(answer.message()).doesNotContain("thành công");
        assertThat(answer.result().findValuesAsText("MaHoSo"))
                .containsExactly(numbers.get(1), numbers.get(2), numbers.get(3));
        assertThat(answer.result().findValuesAsText("error_code")).containsExactly("-7", "-7", "-6");
        assertThat(answer.result().findValuesAsText("index")).containsExactly("1", "2", "3");
        assertThat(answer.result().get(0).path("message").asText()).contains("MaTTHC", "9.999999");
        assertThat(answer.result().get(1).path("message").asText()).contains("NgayTra");
        assertThat(register.find(numbers.get(0))).isPresent();
        assertThat(register.find(numbers.get(1))).isEmpty();
        assertThat(register.find(numbers.get(4))).isPresent();
        assertThat(openItems(numbers.get(1))).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("INTAKE-REFUSED");
            assertThat(item.agency()).isEqualTo(WARD);
        });
        assertThat(openItems(numbers.get(2))).extracting(WorkItem::code).containsExactly("INTAKE-REFUSED");
    }

    @Test
    void tellsTheReasonAtOnce_whenThereIsOneItem() {
        Answer answer = push(false, Items.dossier(Items.number(WARD)).put("NgayHenTra", "20250901000000"));

        assertThat(answer.code()).isEqualTo("-7");
        assertThat(answer.message()).contains("NgayHenTra", "NgayTiepNhan").doesNotContain("acceptedAt");
        assertThat(answer.json().path("code").asText()).isEqualTo("TIME-ORDER");
    }

    @Test
    void keepsTheOrder_ofOneDossierInACall() {
        String number = Items.number(WARD);
        List<JsonNode> items = List.of(
                Items.dossier(number),
                Items.dossier(number).put("TrangThaiHoSo", "4"),
                Items.dossier(number).put("TrangThaiHoSo", "9").put("NgayKetThucXuLy", "20251002100000"),
                Items.dossier(number)
                        .put("TrangThaiHoSo", "10")
                        .put("NgayKetThucXuLy", "20251002100000")
                        .put("NgayTra", "20251003090000"));

        assertThat(caller.dossiers(session, WARD, true, items).code()).isEqualTo("0");

        assertThat(record(number).version()).isEqualTo(4);
        assertThat(record(number).status()).isEqualTo(DossierStatus.RETURNED);
        Answer back = push(true, Items.dossier(number).put("TrangThaiHoSo", "4"));
        assertThat(back.code()).isEqualTo("-7");
        assertThat(back.message()).contains("TrangThaiHoSo");
    }

    @Test
    void answersForAForeignDossier_withoutSayingThatItExists() {
        String number = Items.number("H15.02");
        String other = caller.login("H15.02");
        ObjectNode theirs = Items.dossier(number).put("MaTTHC", "2.000908");
        assertThat(caller.dossiers(other, "H15.02", false, List.of(theirs)).code())
                .isEqualTo("0");

        Answer answer = push(true, theirs);
        Answer step = caller.steps(session, WARD, List.of(Items.step(number, "20251001090000", "4", "Thẩm tra")));

        assertThat(answer.code()).isEqualTo("-11");
        assertThat(answer.message()).doesNotContain("tồn tại").doesNotContain("Không có hồ sơ");
        assertThat(step.message()).isEqualTo(answer.message());
        assertThat(caller.lookUp(session, WARD, number).result()).isEmpty();
        assertThat(record(number).intakeAgency()).isEqualTo("H15.02");
        assertThat(record(number).version()).isEqualTo(1);
    }

    @Test
    void takesAnUnknownAgencyInTheNumber_withAWorkItem() {
        String number = Items.number("H15.777");

        assertThat(push(false, Items.dossier(number)).code()).isEqualTo("0");

        assertThat(content(number).competentAgency()).isEqualTo(WARD);
        assertThat(openItems(number)).extracting(WorkItem::code).containsExactly("DOSSIER-NUMBER-AGENCY");
        assertThat(caller.lookUp(session, WARD, number).result()).hasSize(1);
    }

    @Test
    void takesAClosedCode_asItsSuccessor() {
        String number = Items.number(WARD);

        Answer answer = caller.dossiers(session, "000.24.15.H15", false, List.of(Items.dossier(number)));

        assertThat(answer.code()).isEqualTo("0");
        assertThat(content(number).intakeAgency()).isEqualTo(WARD);
    }

    @Test
    void takesDecomposedText_composed_withAWorkItem() {
        String number = Items.number(WARD);
        ObjectNode item =
                Items.dossier(number).put("ChuHoSo", Normalizer.normalize("Nguyễn Thị Ánh", Normalizer.Form.NFD));

        assertThat(push(false, item).code()).isEqualTo("0");
        assertThat(push(true, Items.dossier(number).put("ChuHoSo", "Nguyễn Thị Ánh"))
                        .code())
                .isEqualTo("0");

        assertThat(content(number).applicant().name()).isEqualTo("Nguyễn Thị Ánh");
        assertThat(record(number).version()).isEqualTo(1);
        assertThat(openItems(number)).extracting(WorkItem::code).containsExactly("TEXT-NOT-NFC");
    }

    @Test
    void takesWhatIsMissingButPossible_withAWorkItem() {
        String number = Items.number(WARD);

        assertThat(push(false, Items.dossier(number).put("NgayTiepNhan", "").put("DuocThanhToanTrucTuyen", "77"))
                        .code())
                .isEqualTo("0");

        assertThat(openItems(number))
                .extracting(WorkItem::code)
                .containsExactlyInAnyOrder("DOSSIER-NO-ACCEPTANCE", "NATIONAL-UNKNOWN-CODE");
        JsonNode shown = caller.lookUp(session, WARD, number).result().get(0);
        assertThat(shown.path("DuocThanhToanTrucTuyen").asText()).isEqualTo("77");
    }

    @Test
    void showsADossier_inTheWordsOfItsSender() {
        String number = Items.number(WARD);
        ObjectNode item = Items.dossier(number).put("TruongMoi", "giữ nguyên");
        push(false, item);
        caller.steps(session, WARD, List.of(Items.step(number, "20251001093000", "4", "Thẩm tra hồ sơ")));

        JsonNode shown = caller.lookUp(session, WARD, number).result().get(0);

        for (String field : List.of(
                "MaHoSo",
                "MaTTHC",
                "TenTTHC",
                "ChuHoSo",
                "DonViXuLy",
                "NgayTiepNhan",
                "TrangThaiHoSo",
                "GhiChu",
                "TruongMoi",
                "DinhDanhCHS")) {
            assertThat(shown.path(field)).as(field).isEqualTo(item.path(field));
        }
        assertThat(shown.path("DanhSachTienDo").get(0).path("NoiDungXuLy").asText())
                .isEqualTo("Thẩm tra hồ sơ");
        assertThat(caller.lookUp(session, WARD, Items.number(WARD)).code()).isEqualTo("0");
        assertThat(caller.lookUp(session, WARD, "không phải mã").result()).isEmpty();
    }

    private Answer push(boolean updating, ObjectNode item) {
        return caller.dossiers(session, WARD, updating, List.of(item));
    }

    private DossierRecord record(String number) {
        return register.find(number).orElseThrow();
    }

    private DossierContent content(String number) {
        return register.content(record(number)).orElseThrow();
    }

    private List<WorkItem> openItems(String number) {
        return workItems
                .search(new WorkItemFilter(number, null, null, WorkItem.State.OPEN, null, 50))
                .items();
    }
}
