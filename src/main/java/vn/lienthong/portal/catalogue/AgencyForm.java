package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import vn.lienthong.catalogue.Agency;

/** An entry of {@code LayDanhMucCoQuan}. It tells neither days nor successors. */
final class AgencyForm {
    private AgencyForm() {}

    static Agency read(JsonNode entry) {
        String code = Field.must(entry, "MADONVI");
        if (!code.matches("[A-Z0-9]{1,10}(\\.[A-Z0-9]{1,10}){0,8}") || code.length() > 35) {
            throw new UnfitCatalogue("Mã cơ quan không đúng mẫu", "the code of an agency has no form in use");
        }
        return new Agency(
                code,
                Field.must(entry, "TENDONVI"),
                level(code, Field.text(entry, "CAPDONVI")),
                LocalDate.EPOCH,
                null,
                null);
    }

    private static Agency.Level level(String code, String told) {
        return switch (told) {
            case "0" -> Agency.Level.MINISTRY;
            case "1" -> code.indexOf('.') < 0 ? Agency.Level.PROVINCE : Agency.Level.DEPARTMENT;
            case "3" -> Agency.Level.COMMUNE;
            default -> Agency.Level.UNIT;
        };
    }
}
