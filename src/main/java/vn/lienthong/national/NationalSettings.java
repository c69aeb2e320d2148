package vn.lienthong.national;

import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.FeeKind;

/**
 * What no public source settles about the national form, so that an official document changes a setting and no code.
 *
 * @param feeKind {@code LoaiPhiLePhi} of each kind of fee (default FEE 1, CHARGE 2)
 * @param collectedBy {@code HinhThucThu} of each way of taking it (default COUNTER 1, ONLINE 2, POST 3)
 * @param databases {@code MaCSDL} of the databases we name ourselves (default POPULATION 1)
 * @param longestSummary most characters of {@code TrichYeuHoSo} (default 1000)
 * @param longestFileName most characters of {@code TenTepDinhKem} (default 4000)
 * @param longestResultTitle most characters of {@code TenGiayTo} of a result (default 2000)
 * @param longestOfficer most characters of {@code NguoiXuLy} (default 50)
 */
@Validated
@ConfigurationProperties("lienthong.national")
public record NationalSettings(
        Map<FeeKind, String> feeKind,
        Map<CollectedBy, String> collectedBy,
        Map<String, String> databases,
        @DefaultValue("1000") @Min(1) int longestSummary,
        @DefaultValue("4000") @Min(1) int longestFileName,
        @DefaultValue("2000") @Min(1) int longestResultTitle,
        @DefaultValue("50") @Min(1) int longestOfficer) {

    /** Fills in the lists that are not set. */
    @ConstructorBinding
    public NationalSettings {
        feeKind = orElse(feeKind, Map.of(FeeKind.FEE, "1", FeeKind.CHARGE, "2"));
        collectedBy =
                orElse(collectedBy, Map.of(CollectedBy.COUNTER, "1", CollectedBy.ONLINE, "2", CollectedBy.POST, "3"));
        databases = orElse(databases, Map.of("POPULATION", "1"));
    }

    /** The settings where nothing is set. */
    public static NationalSettings defaults() {
        return new NationalSettings(Map.of(), Map.of(), Map.of(), 1000, 4000, 2000, 50);
    }

    @SuppressWarnings("NullAway") // a list that is not set arrives as null
    private static <K> Map<K, String> orElse(Map<K, String> set, Map<K, String> otherwise) {
        return set == null || set.isEmpty() ? otherwise : Map.copyOf(set);
    }
}
