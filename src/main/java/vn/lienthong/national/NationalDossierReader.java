package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;

/**
 * Reads an item of {@code DongBoHoSoMC} from any sender, however hostile; never throws. What has no place in the content,
 * or was not understood, is kept verbatim, so that writing the content again gives the same item up to this: numbers
 * become texts, truth values take the form 0/1 (False/True in {@code IsDeleted}), an empty known field is an absent one,
 * an absent channel is the counter, a personal number given in one of its two places stands in both, and names that the
 * catalogue knows stand even where the sender left them out.
 */
@Component
@EnableConfigurationProperties(NationalSettings.class)
public class NationalDossierReader {
    private final NationalSettings settings;
    private final CodeList<String> databases;
    private final DossierListsReader lists;

    /** Reads under these settings. */
    public NationalDossierReader(NationalSettings settings) {
        this.settings = settings;
        this.databases = CodeList.of(settings.databases());
        this.lists = new DossierListsReader(settings);
    }

    /** The item as told by {@code intakeAgency}; the competent agency is the one in the number. */
    public DossierReading read(JsonNode json, String intakeAgency, NationalNames.Lookup names) {
        return read(json, intakeAgency, names, UnaryOperator.identity());
    }

    /** The same, where {@code competent} says who answers for the agency in the number. */
    public DossierReading read(
            JsonNode json, String intakeAgency, NationalNames.Lookup names, UnaryOperator<String> competent) {
        Findings findings = new Findings();
        if (!json.isObject()) {
            findings.wrongType("", "một đối tượng", "an object");
            return new DossierReading(null, null, null, findings.all());
        }
        if (!Verbatim.wellFormed(json)) {
            findings.brokenText("");
            return new DossierReading(null, null, null, findings.all());
        }
        ItemReader item = new ItemReader(json, "", findings);
        String stated = item.required("MaHoSo");
        Optional<DossierNumber> number = DossierNumber.parse(stated);
        if (number.isEmpty() && !stated.isBlank()) {
            findings.notNumber("MaHoSo");
        }
        String agency = number.map(DossierNumber::agency).map(competent).orElse("");
        DossierContent content = content(item, intakeAgency, agency, names);
        return new DossierReading(
                stated.isBlank() ? null : stated,
                findings.failed() ? null : number.orElse(null),
                findings.failed() ? null : content,
                findings.all());
    }

    private DossierContent content(ItemReader item, String intakeAgency, String agency, NationalNames.Lookup lookup) {
        String given = item.required("MaTTHC");
        String procedure = ProcedureCodes.withoutSuffix(given);
        if (!procedure.equals(given)) {
            item.leave("MaTTHC");
        }
        names(item, lookup.of(procedure, agency));
        Channel channel = item.peek("KenhThucHien") == null
                ? Channel.COUNTER
                : item.requiredCode("KenhThucHien", NationalCodes.CHANNEL);
        item.take("KenhThucHien");
        DossierStatus status = item.requiredCode("TrangThaiHoSo", NationalCodes.STATUS);
        Party applicant = applicant(item);
        List<String> consulted = databasesIn(item);
        DossierListsReader.Lists read = lists.read(item);
        digitised(item, read);
        return new DossierContent(
                procedure,
                // what stands in for an unreadable code goes no further: its finding is an error
                Objects.requireNonNullElse(channel, Channel.COUNTER),
                Objects.requireNonNullElse(status, DossierStatus.REGISTERED),
                item.time("NgayNopHoSo"),
                item.time("NgayTiepNhan"),
                item.time("NgayHenTra"),
                item.time("NgayKetThucXuLy"),
                item.time("NgayTra"),
                item.time("NgayTuChoi"),
                applicant,
                null,
                item.text("TrichYeuHoSo", settings.longestSummary()),
                intakeAgency,
                agency,
                null,
                item.code("HinhThuc", NationalCodes.RETURN_BY),
                item.text("SoBienNhan"),
                read.documents(),
                read.fees(),
                read.supplements(),
                read.results(),
                item.code("DuocThanhToanTrucTuyen", NationalCodes.ONLINE_PAYMENT),
                item.flag("TaiKhoanDuocXacThucVoiVNeID"),
                item.understood("NoiNopHoSo", NationalDossierReader::atPortal),
                consulted,
                null,
                List.of(),
                null,
                item.rest());
    }

    private static Party applicant(ItemReader item) {
        String name = item.required("ChuHoSo");
        PartyType type = item.requiredCode("LoaiDoiTuong", NationalCodes.PARTY_TYPE);
        NumbersReading numbers = NumbersReading.of(item, type);
        return new Party(
                type,
                name,
                numbers.personalId(),
                numbers.taxCode(),
                item.text("SoDienThoai"),
                item.text("Email"),
                item.text("Fax"),
                null,
                item.text("MaDoiTuong"));
    }

    /** Names that only repeat the catalogue are not kept; other names are, as the sender gave them. */
    private static void names(ItemReader item, NationalNames names) {
        repeated(item, "TenTTHC", names.procedureName());
        repeated(item, "MaLinhVuc", names.sectorCode());
        repeated(item, "TenLinhVuc", names.sectorName());
        repeated(item, "DonViXuLy", names.agencyName());
    }

    private static void repeated(ItemReader item, String field, @Nullable String known) {
        String given = item.peek(field);
        if (given == null || given.equals(known)) {
            item.take(field);
        }
    }

    private List<String> databasesIn(ItemReader item) {
        item.list("DSKetNoiCSDL", ItemReader::rest);
        List<String> read = DossierIdentity.databases(item.node("DSKetNoiCSDL"), databases);
        JsonNode given = Verbatim.normal(item.node("DSKetNoiCSDL"));
        if (given != null && !given.equals(DossierIdentity.written(read, databases))) {
            item.leave("DSKetNoiCSDL");
        }
        return read;
    }

    private static void digitised(ItemReader item, DossierListsReader.Lists read) {
        String derived = NationalDossierWriter.digitised(read.documents());
        String given = item.peek("HoSoCoThanhPhanSoHoa");
        Boolean truth = given == null ? null : ItemReader.truth(given);
        if (given == null || (truth != null && truth == derived.equals("1"))) {
            item.take("HoSoCoThanhPhanSoHoa");
        }
    }

    private static Optional<Boolean> atPortal(String code) {
        return switch (code) {
            case "1" -> Optional.of(true);
            case "2" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
