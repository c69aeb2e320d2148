package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Procedure.Fee;

/** Fees as they stand beside a time limit. One whose amount is told in words only is left to those words. */
final class FeeForm {
    private FeeForm() {}

    static List<Fee> read(JsonNode counter, JsonNode online) {
        Map<String, Long> reduced = new LinkedHashMap<>();
        Field.list(online, "PHILEPHI")
                .forEach(fee -> Field.number(fee, "SOTIEN")
                        .ifPresent(amount -> reduced.putIfAbsent(Field.text(fee, "MAPHILEPHI"), amount)));
        Map<String, Fee> fees = new LinkedHashMap<>();
        Field.list(counter, "PHILEPHI").forEach(fee -> {
            OptionalLong amount = Field.number(fee, "SOTIEN");
            String code = Field.text(fee, "MAPHILEPHI");
            if (amount.isPresent() && !code.isEmpty()) {
                fees.putIfAbsent(code, fee(code, Field.text(fee, "MOTA"), amount.getAsLong(), reduced.get(code)));
            }
        });
        return List.copyOf(fees.values());
    }

    /** The portal tells a fee by law from a charge in words only. */
    private static Fee fee(String code, String words, long amount, @Nullable Long online) {
        boolean charge = words.toLowerCase(Locale.ROOT).startsWith("phí");
        return new Fee(code, words, charge ? "CHARGE" : "FEE", amount, online);
    }
}
