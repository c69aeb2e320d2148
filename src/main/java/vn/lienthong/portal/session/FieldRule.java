package vn.lienthong.portal.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in one field of a partner's form. */
public sealed interface FieldRule {
    /**
     * What is found at a path of what is told.
     *
     * @param from the path, name by name, beginning with its source
     * @param time how a time is written; null for what is no time
     * @param codes the partner's code for each of our values; empty where the value goes as it is
     * @param type how the value is written
     * @param required whether nothing is sent without it
     * @param always whether the field stands there empty when there is nothing to say
     * @param longest most characters; 0 where nobody says
     */
    record Value(
            List<String> from,
            @Nullable String time,
            Map<String, String> codes,
            ValueType type,
            boolean required,
            boolean always,
            int longest)
            implements FieldRule {
        /** Takes its own lists. */
        public Value {
            from = List.copyOf(from);
            codes = Map.copyOf(codes);
        }
    }

    /** Always the same text. */
    record Fixed(String text) implements FieldRule {}

    /** One object for each entry of a list; in its fields the source {@code entry} is that entry. */
    record Rows(List<String> each, Map<String, FieldRule> fields, boolean always) implements FieldRule {
        /** Takes its own list. */
        public Rows {
            each = List.copyOf(each);
        }
    }

    /** An object with fields of its own. */
    record Group(Map<String, FieldRule> fields) implements FieldRule {}

    /** How a value is written in JSON. */
    enum ValueType {
        TEXT,
        NUMBER,
        TRUTH
    }
}
