package vn.lienthong.console;

import java.util.List;
import java.util.Map;
import vn.lienthong.delivery.bulk.BulkFilter;
import vn.lienthong.kernel.Bilingual;

/** A filter in words, condition by condition, so that whoever orders reads what the order is for. */
final class FilterWords {
    private static final Map<String, Bilingual> NAMES = Map.of(
            "partner",
            new Bilingual("nơi nhận", "partner"),
            "kind",
            new Bilingual("loại", "kind"),
            "state",
            new Bilingual("trạng thái", "state"),
            "reason",
            new Bilingual("lý do", "reason"),
            "agency",
            new Bilingual("cơ quan", "agency"),
            "dossierNumber",
            new Bilingual("hồ sơ", "dossier"),
            BulkFilter.FROM,
            new Bilingual("đổi trạng thái từ", "in its state since"),
            BulkFilter.UNTIL,
            new Bilingual("đổi trạng thái trước", "in its state since before"));

    private FilterWords() {}

    /** Each condition as a sentence of its own. */
    static List<String> of(Map<String, String> conditions, Desk desk) {
        return conditions.entrySet().stream()
                .map(condition -> sentence(condition.getKey(), condition.getValue(), desk))
                .toList();
    }

    private static String sentence(String name, String value, Desk desk) {
        if (name.equals(BulkFilter.IDS)) {
            int chosen = value.split(",", -1).length;
            return desk.say(new Bilingual(
                    chosen + " việc đã chọn bằng tay trên danh sách",
                    chosen + " deliveries picked by hand in the list"));
        }
        Bilingual known = NAMES.get(name);
        return (known == null ? name : desk.say(known)) + ": "
                + (name.startsWith("changed") ? Day.shown(value) : value);
    }
}
