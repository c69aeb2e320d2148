package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.ReturnBy;
import vn.lienthong.national.NationalFinding.Code;

class NationalDossierReaderTest {
    private static final NationalNames NAMES =
            new NationalNames("Đăng ký khai sinh", "G15-HT01", "Hộ tịch", "UBND phường Buôn Ma Thuột");

    private final ObjectMapper json = new ObjectMapper();
    private final NationalDossierReader reader = new NationalDossierReader(NationalSettings.defaults());

    @Test
    void minimalItem_isRead() {
        DossierReading reading = read(item());
        assertThat(reading.findings()).isEmpty();
        assertThat(content(reading).channel()).isEqualTo(Channel.COUNTER);
        assertThat(content(reading).competentAgency()).isEqualTo("H15.24133");
        assertThat(content(reading).intakeAgency()).isEqualTo("H15.02");
        assertThat(content(reading).national()).isEmpty();
    }

    @Test
    void namesOfTheCatalogue_areNotRepeated_butOtherNamesAreKept() {
        ObjectNode item = item().put("TenTTHC", "Đăng ký khai sinh").put("DonViXuLy", "UBND P. Buôn Ma Thuột");
        assertThat(content(read(item)).national()).isEqualTo(Map.of("DonViXuLy", "UBND P. Buôn Ma Thuột"));
    }

    @Test
    void legacySuffixOfTheProcedure_isKeptBesideTheBareCode() {
        DossierContent content = content(read(item().put("MaTTHC", "1.001193.000.00.00.H15")));
        assertThat(content.procedureCode()).isEqualTo("1.001193");
        assertThat(content.national()).isEqualTo(Map.of("MaTTHC", "1.001193.000.00.00.H15"));
    }

    @Test
    void replacingReuse_isReuseAndKeepsItsCode() throws JsonProcessingException {
        ObjectNode item = item();
        item.set("TaiLieuNop", json.readTree("[{\"TepDinhKemId\":\"1\",\"TenTepDinhKem\":\"a\",\"DuocTaiSuDung\":2}]"));
        DossierContent.Document document = content(read(item)).documents().getFirst();
        assertThat(document.reused()).isTrue();
        assertThat(document.national()).isEqualTo(Map.of("DuocTaiSuDung", "2"));
    }

    @Test
    void unknownOptionalCode_isCarriedAndReported() {
        DossierReading reading = read(item().put("HinhThuc", "5"));
        assertThat(content(reading).returnBy()).isNull();
        assertThat(content(reading).national()).isEqualTo(Map.of("HinhThuc", "5"));
        assertThat(reading.findings()).extracting(NationalFinding::code).containsExactly(Code.UNKNOWN_CODE);
    }

    @Test
    void knownCodesAsNumbers_areRead() {
        assertThat(content(read(item().put("HinhThuc", 1))).returnBy()).isEqualTo(ReturnBy.POST);
    }

    @Test
    void twoDifferentNumbersOfTheOwner_areKeptBoth() throws JsonProcessingException {
        ObjectNode item = item().put("SoGiayToChuHoSo", "240123456");
        item.set("DinhDanhCHS", json.readTree("[{\"LoaiDinhDanh\":\"1\",\"SoDinhDanh\":\"066090000011\"}]"));
        DossierReading reading = read(item);
        assertThat(content(reading).applicant().personalId()).isEqualTo("066090000011");
        assertThat(content(reading).national()).isEqualTo(Map.of("SoGiayToChuHoSo", "240123456"));
        assertThat(reading.findings()).extracting(NationalFinding::code).containsExactly(Code.CONTRADICTION);
    }

    @ParameterizedTest
    @CsvSource({
        "MaHoSo, '', MISSING",
        "MaHoSo, H15-1, NOT_A_NUMBER",
        "MaHoSo, H15.24133-260230-0001, NOT_A_NUMBER",
        "MaTTHC, '', MISSING",
        "ChuHoSo, '  ', MISSING",
        "LoaiDoiTuong, 7, UNKNOWN_CODE",
        "LoaiDoiTuong, '', MISSING",
        "TrangThaiHoSo, 11, UNKNOWN_CODE",
        "TrangThaiHoSo, '', MISSING",
        "KenhThucHien, 4, UNKNOWN_CODE",
        "NgayTra, 20260230000000, NOT_A_TIME",
        "NgayNopHoSo, hôm qua, NOT_A_TIME"
    })
    void unusableValue_isAnErrorAtItsField(String field, String value, Code code) {
        DossierReading reading = read(item().put(field, value));
        assertThat(reading.content()).isNull();
        assertThat(reading.number()).isNull();
        assertThat(reading.findings()).anySatisfy(finding -> {
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.isError()).isTrue();
        });
    }

    @Test
    void everyErrorIsReported_notOnlyTheFirst() {
        DossierReading reading =
                read(item().put("TrangThaiHoSo", "x").put("NgayTra", "y").put("LoaiDoiTuong", "z"));
        assertThat(reading.findings())
                .extracting(NationalFinding::field)
                .contains("TrangThaiHoSo", "NgayTra", "LoaiDoiTuong");
    }

    @Test
    void listThatIsNoList_andEntryThatIsNoObject_areErrors() throws JsonProcessingException {
        ObjectNode item = item().put("TaiLieuNop", "f.pdf");
        item.set("DanhSachLePhi", json.readTree("[1]"));
        assertThat(read(item).findings())
                .extracting(NationalFinding::field)
                .containsExactlyInAnyOrder("TaiLieuNop", "DanhSachLePhi[0]");
    }

    @Test
    void nulAndHalfSurrogates_areErrors_evenInUnknownFields() {
        for (String broken : List.of("a\u0000b", "\uD800", "\uDC00\uD800")) {
            assertThat(read(item().put("GhiChu", broken)).findings())
                    .extracting(NationalFinding::code)
                    .containsExactly(Code.BROKEN_TEXT);
            assertThat(read(item().put("x" + broken, "1")).content()).isNull();
        }
    }

    @Test
    void overlongText_isTakenWhole_andReported() {
        DossierReading reading = read(item().put("TrichYeuHoSo", "ă".repeat(1001)));
        assertThat(content(reading).summary()).hasSize(1001);
        assertThat(reading.findings()).extracting(NationalFinding::code).containsExactly(Code.TOO_LONG);
    }

    @Provide
    Arbitrary<JsonNode> anything() {
        Arbitrary<Object> any = HostileTexts.values();
        Arbitrary<String> known = Arbitraries.of(
                "MaHoSo",
                "MaTTHC",
                "TrangThaiHoSo",
                "TaiLieuNop",
                "DinhDanhCHS",
                "NgayTra",
                "ChuHoSo",
                "DSKetNoiCSDL",
                "DanhSachHoSoBoSung",
                "HoSoCoThanhPhanSoHoa",
                "KenhThucHien",
                "TenTTHC",
                "SoGiayToChuHoSo");
        return Arbitraries.oneOf(any, Arbitraries.maps(known, any).map(Object.class::cast))
                .map(value -> json.valueToTree(value));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyJson_isReadWithoutFailing(@ForAll("anything") JsonNode any) {
        DossierReading reading = read(any);
        assertThat(reading.content() == null).isEqualTo(reading.number() == null);
        assertThat(new NationalStepReader(NationalSettings.defaults()).read(any).findings())
                .isNotEmpty();
    }

    private ObjectNode item() {
        return json.createObjectNode()
                .put("MaHoSo", Contents.NUMBER)
                .put("MaTTHC", "1.001193")
                .put("ChuHoSo", "Nguyễn Văn Mẫu")
                .put("LoaiDoiTuong", "1")
                .put("TrangThaiHoSo", "2");
    }

    private DossierReading read(JsonNode item) {
        return reader.read(item, "H15.02", (procedure, agency) -> NAMES);
    }

    private static DossierContent content(DossierReading reading) {
        assertThat(reading.content()).isNotNull();
        return reading.content();
    }
}
