package vn.lienthong.national;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ProgressStep;

/**
 * Writes a processing step as an item of {@code CapNhatTienDoHoSoMC}, every value a text. The step's {@code sequence} has
 * no place in the form.
 */
@Component
@EnableConfigurationProperties(NationalSettings.class)
public class NationalStepWriter {
    private final NationalSettings settings;

    /** Writes under these settings. */
    public NationalStepWriter(NationalSettings settings) {
        this.settings = settings;
    }

    /** The item, or why it cannot be built. */
    public NationalWriting write(DossierNumber number, ProgressStep step) {
        ItemWriter item = new ItemWriter(step.national(), "", new Findings());
        item.stated("MaHoSo", number.value(), true);
        item.limited("NguoiXuLy", step.officer(), settings.longestOfficer());
        item.optional("ChucDanh", step.officerTitle());
        item.requiredTime("ThoiDiemXuLy", step.occurredAt());
        item.optional("PhongBanXuLy", step.department());
        item.required("NoiDungXuLy", step.note());
        item.stated("TrangThai", NationalCodes.STATUS.code(step.status()), true);
        item.time("NgayBatDau", step.startedAt());
        item.time("NgayKetThucTheoQuyDinh", step.dueAt());
        return item.outcome();
    }
}
