package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;

/**
 * Writes a dossier as an item of {@code DongBoHoSoMC}, in the contract's order, every value a text. Nothing is cut,
 * guessed or improved: what is absent stays absent, or empty where the form always has the field.
 *
 * <p>No place in the form have: who submits for the applicant, the collection point, the parent, external ids, the test
 * mark, the applicant's address and a citizen's tax code.
 */
@Component
@EnableConfigurationProperties(NationalSettings.class)
public class NationalDossierWriter {
    private final CodeList<String> databases;
    private final NationalSettings settings;
    private final DossierListsWriter lists;

    /** Writes under these settings. */
    public NationalDossierWriter(NationalSettings settings) {
        this.settings = settings;
        this.databases = CodeList.of(settings.databases());
        this.lists = new DossierListsWriter(settings);
    }

    /** The item, or why it cannot be built. */
    public NationalWriting write(
            DossierNumber number, DossierContent content, NationalNames names, AttachmentLinks links) {
        Findings findings = new Findings();
        ItemWriter item = new ItemWriter(content.national(), "", findings);
        item.stated("MaHoSo", number.value(), true);
        item.either(
                "MaTTHC",
                text(content.procedureCode()),
                true,
                given -> ProcedureCodes.withoutSuffix(given.asText()).equals(content.procedureCode()));
        item.asGiven("TenTTHC", names.procedureName());
        item.asGiven("MaLinhVuc", names.sectorCode());
        item.asGiven("TenLinhVuc", names.sectorName());
        item.stated("KenhThucHien", NationalCodes.CHANNEL.code(content.channel()), true);
        item.optional("SoBienNhan", content.receiptNumber());
        applicant(content.applicant(), item);
        item.limited("TrichYeuHoSo", content.summary(), settings.longestSummary());
        times(content, item);
        item.stated("TrangThaiHoSo", NationalCodes.STATUS.code(content.status()), true);
        item.carried("ThongTinTra");
        item.code("HinhThuc", content.returnBy(), NationalCodes.RETURN_BY);
        item.asGiven("DonViXuLy", names.agencyName());
        item.carried("GhiChu");
        flags(content, item);
        item.either(
                "DSKetNoiCSDL",
                DossierIdentity.written(content.databasesConsulted(), databases),
                false,
                given -> DossierIdentity.databases(given, databases).equals(content.databasesConsulted()));
        lists.write(content, links, item);
        return item.outcome();
    }

    /** What stands as {@code TrangThaiHoSo}. */
    public static String statusCode(DossierStatus status) {
        return NationalCodes.STATUS.code(status);
    }

    private static void applicant(Party applicant, ItemWriter item) {
        item.required("ChuHoSo", applicant.name());
        String paper = DossierIdentity.paperNumber(applicant);
        item.either("SoGiayToChuHoSo", text(paper), false, given -> true);
        item.stated("LoaiDoiTuong", DossierIdentity.typeCode(applicant), true);
        item.optional("MaDoiTuong", applicant.portalAccount());
        item.carried("ThongTinKhac");
        item.required("Email", applicant.email());
        item.required("SoDienThoai", applicant.phone());
        item.optional("Fax", applicant.fax());
        item.either(
                "DinhDanhCHS",
                DossierIdentity.canonical(applicant.personalId()),
                false,
                given -> Objects.equals(DossierIdentity.chosen(given), applicant.personalId()));
    }

    private static void times(DossierContent content, ItemWriter item) {
        item.time("NgayNopHoSo", content.submittedAt());
        item.requiredTime("NgayTiepNhan", content.acceptedAt());
        item.requiredTime("NgayHenTra", content.appointmentAt());
        item.time("NgayKetThucXuLy", content.processedAt());
        item.time("NgayTra", content.returnedAt());
        item.time("NgayTuChoi", content.refusedAt());
    }

    private static void flags(DossierContent content, ItemWriter item) {
        Boolean atPortal = content.submittedAtPortal();
        item.defaulted("NoiNopHoSo", atPortal == null ? null : atPortal ? "1" : "2", "2");
        item.asGiven("HoSoCoThanhPhanSoHoa", digitised(content.documents()));
        Boolean verified = content.verifiedByVneid();
        item.required("TaiKhoanDuocXacThucVoiVNeID", verified == null ? null : verified ? "1" : "0");
        item.code("DuocThanhToanTrucTuyen", content.onlinePayment(), NationalCodes.ONLINE_PAYMENT);
    }

    static String digitised(List<Document> documents) {
        return documents.stream().anyMatch(document -> Boolean.TRUE.equals(document.digitised())) ? "1" : "0";
    }

    private static @Nullable JsonNode text(@Nullable String value) {
        return value == null || value.isEmpty() ? null : JsonNodeFactory.instance.textNode(value);
    }
}
