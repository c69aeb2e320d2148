package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.portal.session.FieldRule;
import vn.lienthong.portal.session.FieldRule.Fixed;
import vn.lienthong.portal.session.FieldRule.Group;
import vn.lienthong.portal.session.FieldRule.Rows;
import vn.lienthong.portal.session.FieldRule.Value;
import vn.lienthong.portal.session.FieldRule.ValueType;
import vn.lienthong.portal.session.ItemForm;

/** A partner's own form is filled from what is told, or it is said why not. */
class FormWriterTest {
    private static final String TOLD = """
            {"message":{"number":"H15-1","version":3},
             "dossier":{"status":"ACCEPTED","summary":"Trích yếu","acceptedAt":"2026-11-20T23:30:00+00:00",
               "applicant":{"name":"Nguyễn Văn Mẫu","email":null,"phone":""},"test":true,
               "fees":[{"name":"Lệ phí","amount":"100000.50"},{"name":"Phí"}],"documents":[]},
             "national":{"NgayHenTra":"20261123170000"}}
            """;

    private final Map<String, FieldRule> fields = new LinkedHashMap<>();

    @Test
    void fieldsStandInTheOrderOfTheFile_andAbsentOnesAreLeftOut() {
        fields.put("b", path("dossier.summary"));
        fields.put("a", path("message.number"));
        fields.put("email", path("dossier.applicant.email"));
        fields.put("phone", path("dossier.applicant.phone"));
        fields.put("fax", value("dossier.applicant.fax", null, Map.of(), ValueType.TEXT, false, true, 0));
        fields.put("who", new Fixed("LIEN-THONG"));
        assertThat(item()).isEqualTo("{\"b\":\"Trích yếu\",\"a\":\"H15-1\",\"fax\":\"\",\"who\":\"LIEN-THONG\"}");
    }

    @Test
    void timesAreThoseOfTheClockInVietNam_inThePartnersWriting() {
        fields.put("own", value("dossier.acceptedAt", "dd/MM/yyyy HH:mm", Map.of(), ValueType.TEXT, false, false, 0));
        fields.put(
                "national", value("national.NgayHenTra", "yyyy-MM-dd'T'HH", Map.of(), ValueType.TEXT, false, false, 0));
        assertThat(item()).isEqualTo("{\"own\":\"21/11/2026 06:30\",\"national\":\"2026-11-23T17\"}");
    }

    @Test
    void codesNumbersAndTruths_areWrittenAsThePartnerWantsThem() {
        fields.put("code", value("dossier.status", null, Map.of("ACCEPTED", "2"), ValueType.NUMBER, true, false, 0));
        fields.put("count", value("message.version", null, Map.of(), ValueType.NUMBER, false, false, 0));
        fields.put("test", value("dossier.test", null, Map.of(), ValueType.TRUTH, false, false, 0));
        assertThat(item()).isEqualTo("{\"code\":2,\"count\":3,\"test\":true}");
    }

    @Test
    void listsAndGroups_haveFieldsOfTheirOwn() {
        fields.put("ChuHo", new Group(Map.of("HoTen", path("dossier.applicant.name"))));
        Map<String, FieldRule> fee = new LinkedHashMap<>();
        fee.put("Ten", path("entry.name"));
        fee.put("SoTien", value("entry.amount", null, Map.of(), ValueType.NUMBER, false, false, 0));
        fee.put("HoSo", path("message.number"));
        fields.put("LePhi", new Rows(List.of("dossier", "fees"), fee, false));
        fields.put("GiayTo", new Rows(List.of("dossier", "documents"), fee, true));
        fields.put("Khac", new Rows(List.of("dossier", "supplements"), fee, false));
        assertThat(item())
                .isEqualTo(
                        "{\"ChuHo\":{\"HoTen\":\"Nguyễn Văn Mẫu\"},\"LePhi\":[{\"Ten\":\"Lệ phí\",\"SoTien\":100000.50,"
                                + "\"HoSo\":\"H15-1\"},{\"Ten\":\"Phí\",\"HoSo\":\"H15-1\"}],\"GiayTo\":[]}");
    }

    @Test
    void missingAndTooLong_goBackToTheAgency_allOfThem_nothingIsCut() {
        fields.put("Email", value("dossier.applicant.email", null, Map.of(), ValueType.TEXT, true, true, 0));
        fields.put("Ten", value("dossier.summary", null, Map.of(), ValueType.TEXT, false, false, 3));
        assertThat(write())
                .isEqualTo(new ItemWriting.Unsendable(
                        "Email: bắt buộc mà hồ sơ không có / is required and the dossier does not have it;"
                                + " Ten: dài 9 ký tự, nhiều nhất 3 / has 9 characters, at most 3"));
    }

    @Test
    void whatTheFileDoesNotProvideFor_stopsBeforeTheOperator_withoutAnybodysName() {
        fields.put("code", value("dossier.status", null, Map.of("RETURNED", "9"), ValueType.TEXT, true, false, 0));
        fields.put("name", value("dossier.applicant.name", null, Map.of("A", "B"), ValueType.TEXT, true, false, 0));
        fields.put("time", value("dossier.summary", "yyyy", Map.of(), ValueType.TEXT, false, false, 0));
        fields.put("number", value("dossier.summary", null, Map.of(), ValueType.NUMBER, false, false, 0));
        fields.put("truth", value("dossier.summary", null, Map.of(), ValueType.TRUTH, false, false, 0));
        fields.put("object", path("dossier.applicant"));
        assertThat(write())
                .isInstanceOfSatisfying(
                        ItemWriting.Unbuildable.class,
                        fault -> assertThat(fault.words())
                                .contains(
                                        "\"ACCEPTED\"",
                                        "name: bảng codes không có ***",
                                        "time:",
                                        "number:",
                                        "truth:",
                                        "object:")
                                .doesNotContain("Nguyễn"));
    }

    private String item() {
        return ((ItemWriting.Written) write()).item().toString();
    }

    private ItemWriting write() {
        return FormWriter.write(new ItemForm.Own(fields), told());
    }

    private static JsonNode told() {
        try {
            return new ObjectMapper().readTree(TOLD);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static FieldRule path(String path) {
        return value(path, null, Map.of(), ValueType.TEXT, false, false, 0);
    }

    private static FieldRule value(
            String path,
            String time,
            Map<String, String> codes,
            ValueType type,
            boolean must,
            boolean always,
            int most) {
        return new Value(List.of(path.split("\\.")), time, codes, type, must, always, most);
    }
}
