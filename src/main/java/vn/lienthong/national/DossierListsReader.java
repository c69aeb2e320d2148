package vn.lienthong.national;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierContent.Fee;
import vn.lienthong.dossier.DossierContent.FeeKind;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierContent.Supplement;

/** The lists inside a dossier item: papers, fees, rounds of supplement, results. */
final class DossierListsReader {
    private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final NationalSettings settings;
    private final CodeList<FeeKind> feeKind;
    private final CodeList<CollectedBy> collectedBy;

    DossierListsReader(NationalSettings settings) {
        this.settings = settings;
        this.feeKind = CodeList.of(settings.feeKind());
        this.collectedBy = CodeList.of(settings.collectedBy());
    }

    record Lists(List<Document> documents, List<Fee> fees, List<Supplement> supplements, List<ResultPaper> results) {}

    Lists read(ItemReader item) {
        return new Lists(
                item.list("TaiLieuNop", this::document),
                item.list("DanhSachLePhi", this::fee),
                item.list("DanhSachHoSoBoSung", DossierListsReader::supplement),
                item.list("DanhSachGiayToKetQua", this::result));
    }

    private Document document(ItemReader in) {
        String name = in.text("TenTepDinhKem", settings.longestFileName());
        if (name == null) {
            in.findings().missingInside(in.pathOf("TenTepDinhKem"));
        }
        return new Document(
                in.text("TepDinhKemId"),
                name == null ? "" : name,
                in.text("MaThanhPhanHoSo"),
                in.text("DuongDanTaiTepTin"),
                in.flag("DuocSoHoa"),
                reused(in),
                in.flag("DuocLayTuKhoDMQG"),
                Boolean.TRUE.equals(in.flag("IsDeleted")) ? Boolean.TRUE : null,
                in.rest());
    }

    /** Code 2 means reused as well, and that it replaces a result: the code itself is kept. */
    private static @Nullable Boolean reused(ItemReader in) {
        if ("2".equals(in.peek("DuocTaiSuDung"))) {
            return true;
        }
        return in.flag("DuocTaiSuDung");
    }

    private Fee fee(ItemReader in) {
        return new Fee(
                in.text("MaPhiLePhi"),
                in.text("TenPhiLePhi"),
                in.understood("Gia", DossierListsReader::amount),
                in.code("LoaiPhiLePhi", feeKind),
                in.code("HinhThucThu", collectedBy),
                in.rest());
    }

    private static Supplement supplement(ItemReader in) {
        return new Supplement(
                in.text("HoSoBoSungId"),
                in.time("NgayBoSung"),
                in.text("NguoiYeuCauBoSung"),
                in.text("NoiDungBoSung"),
                in.time("NgayTiepNhanBoSung"),
                in.time("NgayHenTraTruoc"),
                in.time("NgayHenTraMoi"),
                in.rest());
    }

    private ResultPaper result(ItemReader in) {
        return new ResultPaper(
                in.text("GiayToId"),
                in.text("TenGiayTo", settings.longestResultTitle()),
                in.text("MaThanhPhanHoSo"),
                in.text("MaGiayToKetQua"),
                null,
                in.text("DuongDanTepTinKetQua"),
                in.rest());
    }

    private static Optional<Long> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
