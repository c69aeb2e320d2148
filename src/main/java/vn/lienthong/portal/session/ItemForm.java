package vn.lienthong.portal.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what is told becomes an item of a partner's call. */
public sealed interface ItemForm {
    /** The form of the national portal, unchanged. */
    record National() implements ItemForm {}

    /**
     * A form of the partner's own.
     *
     * @param fields its fields in the order in which they are written
     */
    record Own(Map<String, FieldRule> fields) implements ItemForm {
        /** Keeps the order. */
        public Own {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Whether it takes something from this source. */
    static boolean uses(ItemForm form, String source) {
        return !(form instanceof Own own) || uses(own.fields(), source);
    }

    private static boolean uses(Map<String, FieldRule> fields, String source) {
        return fields.values().stream().anyMatch(rule -> switch (rule) {
            case FieldRule.Value value -> begins(value.from(), source);
            case FieldRule.Rows rows -> begins(rows.each(), source) || uses(rows.fields(), source);
            case FieldRule.Group group -> uses(group.fields(), source);
            case FieldRule.Fixed none -> false;
        });
    }

    private static boolean begins(List<String> path, String source) {
        return path.getFirst().equals(source);
    }
}
