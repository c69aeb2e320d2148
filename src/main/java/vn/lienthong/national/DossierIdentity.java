package vn.lienthong.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;

/**
 * Who the applicant is, in the three places where the form says it. A personal number of 12 (CCCD) or 9 digits (CMND)
 * stands in {@code SoGiayToChuHoSo} and in {@code DinhDanhCHS}; a business, organisation or agency has its tax or decision
 * number in the former.
 */
final class DossierIdentity {
    private static final Pattern CCCD = Pattern.compile("[0-9]{12}");
    private static final Pattern CMND = Pattern.compile("[0-9]{9}");

    private DossierIdentity() {}

    static @Nullable String typeCode(Party applicant) {
        PartyType type = applicant.type();
        return type == null ? null : NationalCodes.PARTY_TYPE.code(type);
    }

    static boolean isPersonal(@Nullable String number) {
        return number != null
                && (CCCD.matcher(number).matches() || CMND.matcher(number).matches());
    }

    /** What stands as {@code SoGiayToChuHoSo}. */
    static @Nullable String paperNumber(Party applicant) {
        boolean person = applicant.type() == null || applicant.type() == PartyType.CITIZEN;
        return !person && applicant.taxCode() != null ? applicant.taxCode() : applicant.personalId();
    }

    /** What stands as {@code DinhDanhCHS}; null when the number is of another kind. */
    static @Nullable ArrayNode canonical(@Nullable String personalId) {
        if (personalId == null || !isPersonal(personalId)) {
            return null;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject()
                .put("LoaiDinhDanh", CCCD.matcher(personalId).matches() ? "1" : "2")
                .put("SoDinhDanh", personalId);
        return list;
    }

    /** The number that counts in a given {@code DinhDanhCHS}: the first CCCD, else the first at all. */
    static @Nullable String chosen(JsonNode list) {
        String first = null;
        for (JsonNode entry : list) {
            String number = entry.path("SoDinhDanh").asText();
            if (number.isEmpty()) {
                continue;
            }
            if ("1".equals(entry.path("LoaiDinhDanh").asText())) {
                return number;
            }
            first = first == null ? number : first;
        }
        return first;
    }

    /** The databases named in a given {@code DSKetNoiCSDL}. */
    static List<String> databases(JsonNode list, CodeList<String> names) {
        List<String> read = new ArrayList<>();
        for (JsonNode entry : list) {
            String code = entry.path("MaCSDL").asText();
            if (!code.isEmpty()) {
                read.add(names.meaning(code).orElse(code));
            }
        }
        return read;
    }

    /** What stands as {@code DSKetNoiCSDL}; null when no database was asked. */
    static @Nullable ArrayNode written(List<String> consulted, CodeList<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        consulted.forEach(name -> list.addObject().put("MaCSDL", names.codes().getOrDefault(name, name)));
        return list.isEmpty() ? null : list;
    }
}
