package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.national.NationalFinding.Code;

class NationalDossierWriterTest {
    private static final NationalNames NAMES =
            new NationalNames("Đăng ký khai sinh", "G15-HT01", "Hộ tịch", "UBND phường Buôn Ma Thuột");

    private final NationalDossierWriter writer = new NationalDossierWriter(NationalSettings.defaults());

    @Test
    void smallestContent_fillsWhatTheFormAlwaysHas() {
        JsonNode item = written(content(null, null, List.of(), Map.of()));
        assertThat(item.toString()).isEqualTo("""
                        {"MaHoSo":"H15.24133-261121-0007","MaTTHC":"1.001193","TenTTHC":"Đăng ký khai sinh",\
                        "MaLinhVuc":"G15-HT01","TenLinhVuc":"Hộ tịch","KenhThucHien":"2","ChuHoSo":"Nguyễn Văn Mẫu",\
                        "SoGiayToChuHoSo":"066090000011","LoaiDoiTuong":"1","MaDoiTuong":"tech-1","Email":"",\
                        "SoDienThoai":"","DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"066090000011"}],\
                        "TrichYeuHoSo":"","NgayTiepNhan":"","NgayHenTra":"","TrangThaiHoSo":"4","HinhThuc":"",\
                        "DonViXuLy":"UBND phường Buôn Ma Thuột","NoiNopHoSo":"2","HoSoCoThanhPhanSoHoa":"0",\
                        "TaiKhoanDuocXacThucVoiVNeID":"","DuocThanhToanTrucTuyen":""}""");
    }

    @Test
    void fieldsWithoutPlace_areSentOnUntouched_inTheirPlaceOfTheForm() {
        JsonNode item = written(content(
                null,
                null,
                List.of(),
                Map.of("GhiChu", "mưa", "TenTTHC", "Khai sinh", "x-moi", List.of(Map.of("a", 1)))));
        assertThat(item.path("GhiChu").asText()).isEqualTo("mưa");
        assertThat(item.path("TenTTHC").asText()).isEqualTo("Khai sinh");
        assertThat(item.path("x-moi").toString()).isEqualTo("[{\"a\":\"1\"}]");
    }

    @Test
    void nationalFieldThatSaysSomethingElse_isAContradiction() {
        for (Map<String, Object> national : List.<Map<String, Object>>of(
                Map.of("TrangThaiHoSo", "9"),
                Map.of("NgayTra", "20260101000000"),
                Map.of("MaHoSo", "H15-261121-0001"),
                Map.of("ChuHoSo", "Người khác"),
                Map.of("MaTTHC", "1.001194"),
                Map.of("KenhThucHien", 1))) {
            assertThat(findings(content(null, null, List.of(), national)))
                    .extracting(NationalFinding::code)
                    .containsExactly(Code.CONTRADICTION);
        }
    }

    @Test
    void nationalFieldThatSaysTheSame_isNone() {
        assertThat(written(content(null, null, List.of(), Map.of("TrangThaiHoSo", 4)))
                        .path("TrangThaiHoSo")
                        .asText())
                .isEqualTo("4");
    }

    @Test
    void overlongText_isNeverCut() {
        assertThat(findings(content("ă".repeat(1001), null, List.of(), Map.of())))
                .extracting(NationalFinding::field, NationalFinding::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TrichYeuHoSo", Code.TOO_LONG));
        assertThat(written(content("😀".repeat(1000), null, List.of(), Map.of())))
                .isNotNull();
    }

    @Test
    void brokenTextAndTimesBeyondTheForm_cannotBeBuilt() {
        assertThat(findings(content("\uD800", null, List.of(), Map.of()))).hasSize(1);
        assertThat(findings(content(null, OffsetDateTime.parse("0999-01-01T00:00:00Z"), List.of(), Map.of())))
                .extracting(NationalFinding::code)
                .containsExactly(Code.NOT_A_TIME);
    }

    @Test
    void storedFile_isLinkedOnlyWhereItCanBeFetched() {
        Document stored = document("sha256:ab");
        DossierContent content = content(null, null, List.of(stored, document("https://x/y")), Map.of());
        JsonNode unlinked = written(content).path("TaiLieuNop");
        assertThat(unlinked.get(0).path("DuongDanTaiTepTin").asText()).isEmpty();
        assertThat(unlinked.get(1).path("DuongDanTaiTepTin").asText()).isEqualTo("https://x/y");
        NationalWriting linked = writer.write(number(), content, NAMES, file -> Optional.of("https://g/" + file));
        assertThat(((NationalWriting.Written) linked)
                        .item()
                        .at("/TaiLieuNop/0/DuongDanTaiTepTin")
                        .asText())
                .isEqualTo("https://g/sha256:ab");
    }

    @Test
    void digitisedPaper_showsOnTheDossier() {
        JsonNode item = written(content(null, null, List.of(document("https://x/y")), Map.of()));
        assertThat(item.path("HoSoCoThanhPhanSoHoa").asText()).isEqualTo("1");
        assertThat(item.at("/TaiLieuNop/0/IsDeleted").asText()).isEqualTo("False");
    }

    private JsonNode written(DossierContent content) {
        NationalWriting writing = writer.write(number(), content, NAMES, AttachmentLinks.NONE);
        assertThat(writing).isInstanceOf(NationalWriting.Written.class);
        return ((NationalWriting.Written) writing).item();
    }

    private List<NationalFinding> findings(DossierContent content) {
        NationalWriting writing = writer.write(number(), content, NAMES, AttachmentLinks.NONE);
        assertThat(writing).isInstanceOf(NationalWriting.Unbuildable.class);
        return ((NationalWriting.Unbuildable) writing).findings();
    }

    private static DossierNumber number() {
        return DossierNumber.parse(Contents.NUMBER).orElseThrow();
    }

    private static Document document(String attachment) {
        return new Document("d1", "Tờ khai.pdf", "TP01", attachment, true, null, null, null, Map.of());
    }

    private static DossierContent content(
            String summary, OffsetDateTime acceptedAt, List<Document> documents, Map<String, Object> national) {
        Party owner =
                new Party(PartyType.CITIZEN, "Nguyễn Văn Mẫu", "066090000011", null, null, null, null, null, "tech-1");
        return new DossierContent(
                "1.001193",
                Channel.ONLINE,
                DossierStatus.IN_PROGRESS,
                null,
                acceptedAt,
                null,
                null,
                null,
                null,
                owner,
                null,
                summary,
                Contents.AGENCY,
                Contents.AGENCY,
                null,
                null,
                null,
                documents,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                national);
    }
}
