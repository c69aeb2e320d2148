package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.national.NationalFinding.Severity;

/** The applicant's numbers, out of {@code SoGiayToChuHoSo} and {@code DinhDanhCHS}. */
record NumbersReading(@Nullable String personalId, @Nullable String taxCode) {

    static NumbersReading of(ItemReader item, @Nullable PartyType type) {
        item.list("DinhDanhCHS", ItemReader::rest);
        JsonNode list = item.node("DinhDanhCHS");
        String listed = DossierIdentity.chosen(list);
        String paper = item.text("SoGiayToChuHoSo");
        boolean ofOrganisation = type != null
                && type != PartyType.CITIZEN
                && paper != null
                && !paper.equals(listed)
                && !DossierIdentity.isPersonal(paper);
        String personal = ofOrganisation || listed != null ? listed : paper;
        if (!ofOrganisation && paper != null && !paper.equals(personal)) {
            item.findings().contradiction(item.pathOf("SoGiayToChuHoSo"), Severity.WARNING);
            item.leave("SoGiayToChuHoSo");
        }
        JsonNode given = Verbatim.normal(list);
        if (given != null && !given.equals(DossierIdentity.canonical(personal))) {
            item.leave("DinhDanhCHS");
        }
        return new NumbersReading(personal, ofOrganisation ? paper : null);
    }
}
