package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.ProgressStep;

/**
 * Reads an item of {@code CapNhatTienDoHoSoMC} from any sender, however hostile; never throws. Losses are those of
 * {@link NationalDossierReader}: form, never meaning.
 */
@Component
@EnableConfigurationProperties(NationalSettings.class)
public class NationalStepReader {
    private final NationalSettings settings;

    /** Reads under these settings. */
    public NationalStepReader(NationalSettings settings) {
        this.settings = settings;
    }

    /** The item as read, with what was found. */
    public StepReading read(JsonNode json) {
        Findings findings = new Findings();
        if (!json.isObject()) {
            findings.wrongType("", "một đối tượng", "an object");
            return new StepReading(null, null, null, findings.all());
        }
        if (!Verbatim.wellFormed(json)) {
            findings.brokenText("");
            return new StepReading(null, null, null, findings.all());
        }
        ItemReader item = new ItemReader(json, "", findings);
        String stated = item.required("MaHoSo");
        Optional<DossierNumber> number = DossierNumber.parse(stated);
        if (number.isEmpty() && !stated.isBlank()) {
            findings.notNumber("MaHoSo");
        }
        String officer = item.required("NguoiXuLy", settings.longestOfficer());
        OffsetDateTime at = item.requiredTime("ThoiDiemXuLy");
        DossierStatus status = item.requiredCode("TrangThai", NationalCodes.STATUS);
        ProgressStep step = new ProgressStep(
                null,
                // what stands in for an unreadable value goes no further: its finding is an error
                Objects.requireNonNullElse(at, OffsetDateTime.MIN),
                officer,
                item.text("ChucDanh"),
                item.text("PhongBanXuLy"),
                item.required("NoiDungXuLy"),
                Objects.requireNonNullElse(status, DossierStatus.REGISTERED),
                item.time("NgayBatDau"),
                item.time("NgayKetThucTheoQuyDinh"),
                item.rest());
        return new StepReading(
                stated.isBlank() ? null : stated,
                findings.failed() ? null : number.orElse(null),
                findings.failed() ? null : step,
                findings.all());
    }
}
