package vn.lienthong.national;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierNumber;

/**
 * A dossier item as read. {@code statedNumber} is what stood in {@code MaHoSo}, for an answer that names the item even when
 * nothing else can be used; content and number are there together, and only when no finding is an error.
 */
public record DossierReading(
        @Nullable String statedNumber,
        @Nullable DossierNumber number,
        @Nullable DossierContent content,
        List<NationalFinding> findings) {}
