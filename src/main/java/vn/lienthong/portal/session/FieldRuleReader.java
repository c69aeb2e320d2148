package vn.lienthong.portal.session;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.portal.session.FieldRule.ValueType;

/** Reads what stands in the fields of a form; a path that leads nowhere refuses the start. */
final class FieldRuleReader {
    private static final int DEEPEST = 5;

    private final KnownPaths paths;

    FieldRuleReader(KnownPaths paths) {
        this.paths = paths;
    }

    /** The fields of a form; {@code step}: it tells steps, not states. */
    Map<String, FieldRule> fields(Descriptor form, boolean step) {
        return fields(form, new Around(step, "", 0));
    }

    private Map<String, FieldRule> fields(Descriptor form, Around around) {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        form.pairs().forEach((name, field) -> fields.put(name, rule(field, around)));
        if (fields.isEmpty()) {
            throw form.wrong("không có trường nào", "has no field");
        }
        if (around.depth() > DEEPEST) {
            throw form.wrong("lồng quá sâu", "is nested too deep");
        }
        return fields;
    }

    private FieldRule rule(Descriptor field, Around around) {
        if (field.isText()) {
            return new FieldRule.Value(path(field, around), null, Map.of(), ValueType.TEXT, false, false, 0);
        }
        if (field.at("text").isPresent()) {
            return new FieldRule.Fixed(field.only("text").need("text").anyText());
        }
        if (field.at("each").isPresent()) {
            field.only("each", "fields", "always");
            List<String> each = path(field.need("each"), around);
            return new FieldRule.Rows(
                    each, fields(field.need("fields"), around.inside(String.join(".", each))), field.truth("always"));
        }
        if (field.at("fields").isPresent()) {
            return new FieldRule.Group(fields(field.only("fields").need("fields"), around.deeper()));
        }
        return value(field, around);
    }

    private FieldRule value(Descriptor field, Around around) {
        field.only("from", "time", "codes", "type", "required", "always", "longest");
        String time = field.at("time").map(FieldRuleReader::time).orElse(null);
        Map<String, String> codes = Descriptor.texts(field.at("codes"));
        ValueType type = field.at("type")
                .map(given -> ServiceContractReader.word(given, ValueType.values()))
                .orElse(ValueType.TEXT);
        if (time != null && (!codes.isEmpty() || type != ValueType.TEXT)) {
            throw field.wrong("time không đi cùng codes hay type", "time goes with neither codes nor type");
        }
        return new FieldRule.Value(
                path(field.need("from"), around),
                time,
                codes,
                type,
                field.truth("required"),
                field.truth("always"),
                field.at("longest").map(FieldRuleReader::longest).orElse(0));
    }

    private List<String> path(Descriptor at, Around around) {
        String path = at.text();
        paths.fault(path, around.step(), around.list()).ifPresent(fault -> {
            throw at.wrong("\"" + path + "\": " + fault.vi(), "\"" + path + "\": " + fault.en());
        });
        return List.of(path.split("\\.", -1));
    }

    private static String time(Descriptor at) {
        try {
            // a name of a month would be in some language, and an empty pattern tells nothing
            String pattern = at.text();
            if (DateTimeFormatter.ofPattern(pattern, Locale.ROOT).toString().isEmpty()) {
                throw at.wrong("mẫu thời gian rỗng", "the pattern is empty");
            }
            return pattern;
        } catch (IllegalArgumentException unreadable) {
            throw at.wrong(
                    "không phải mẫu thời gian như yyyy-MM-dd HH:mm:ss",
                    "is no pattern of a time such as yyyy-MM-dd HH:mm:ss");
        }
    }

    private static int longest(Descriptor at) {
        String text = at.text();
        if (text.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(text);
        }
        throw at.wrong("phải là số nguyên dương", "must be a positive number");
    }

    /** Where a field stands: in a form for steps or for states, inside the entries of which list, how deep. */
    private record Around(boolean step, String list, int depth) {
        Around inside(String each) {
            return new Around(step, each, depth + 1);
        }

        Around deeper() {
            return new Around(step, list, depth + 1);
        }
    }
}
