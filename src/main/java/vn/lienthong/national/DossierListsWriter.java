package vn.lienthong.national;

import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierContent.Fee;
import vn.lienthong.dossier.DossierContent.FeeKind;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierContent.Supplement;

/** The lists inside a dossier item: papers, fees, rounds of supplement, results. */
final class DossierListsWriter {
    private final NationalSettings settings;
    private final CodeList<FeeKind> feeKind;
    private final CodeList<CollectedBy> collectedBy;

    DossierListsWriter(NationalSettings settings) {
        this.settings = settings;
        this.feeKind = CodeList.of(settings.feeKind());
        this.collectedBy = CodeList.of(settings.collectedBy());
    }

    void write(DossierContent content, AttachmentLinks links, ItemWriter item) {
        item.list("TaiLieuNop", content.documents(), (paper, out) -> document(paper, links, out), Document::national);
        item.list("DanhSachLePhi", content.fees(), this::fee, Fee::national);
        item.carried("DanhSachTepDinhKemKhac");
        item.list("DanhSachHoSoBoSung", content.supplements(), this::supplement, Supplement::national);
        item.list(
                "DanhSachGiayToKetQua",
                content.results(),
                (paper, out) -> result(paper, links, out),
                ResultPaper::national);
    }

    private void document(Document paper, AttachmentLinks links, ItemWriter out) {
        out.required("TepDinhKemId", paper.id());
        out.limited("TenTepDinhKem", paper.name(), settings.longestFileName());
        Boolean deleted = paper.deleted();
        out.defaulted("IsDeleted", deleted == null ? null : deleted ? "True" : "False", "False");
        out.optional("MaThanhPhanHoSo", paper.componentCode());
        out.required("DuongDanTaiTepTin", link(paper.attachment(), links));
        out.flag("DuocSoHoa", paper.digitised());
        Boolean reused = paper.reused();
        out.flag("DuocTaiSuDung", reused, given -> given.asText().equals("2") && Boolean.TRUE.equals(reused));
        out.flag("DuocLayTuKhoDMQG", paper.fromNationalStore());
        out.carried("MaKetQuaThayThe");
    }

    private void fee(Fee fee, ItemWriter out) {
        out.required("TenPhiLePhi", fee.name());
        out.required("MaPhiLePhi", fee.code());
        out.code("HinhThucThu", fee.collectedBy(), collectedBy);
        Long amount = fee.amount();
        out.required("Gia", amount == null ? null : amount.toString());
        out.code("LoaiPhiLePhi", fee.kind(), feeKind);
    }

    private void supplement(Supplement round, ItemWriter out) {
        out.optional("HoSoBoSungId", round.id());
        out.optional("NguoiYeuCauBoSung", round.requestedBy());
        out.optional("NoiDungBoSung", round.content());
        out.time("NgayBoSung", round.requestedAt());
        out.carried("NguoiTiepNhanBoSung");
        out.carried("ThongTinTiepNhan");
        out.time("NgayTiepNhanBoSung", round.completedAt());
        out.carried("TrangThaiBoSung");
        out.carried("DanhSachGiayToBoSung");
        out.carried("DanhSachLePhiBoSung");
        out.time("NgayHenTraTruoc", round.previousAppointmentAt());
        out.time("NgayHenTraMoi", round.newAppointmentAt());
    }

    private void result(ResultPaper paper, AttachmentLinks links, ItemWriter out) {
        out.limited("TenGiayTo", paper.title(), settings.longestResultTitle());
        out.optional("MaThanhPhanHoSo", paper.componentCode());
        out.optional("GiayToId", paper.id());
        String link = paper.link();
        out.required("DuongDanTepTinKetQua", link == null ? link(paper.attachment(), links) : link);
        out.optional("MaGiayToKetQua", paper.resultCode());
    }

    private static @Nullable String link(@Nullable String attachment, AttachmentLinks links) {
        return attachment == null ? null : links.onTheWire(attachment).orElse(null);
    }
}
