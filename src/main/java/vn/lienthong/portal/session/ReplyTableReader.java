package vn.lienthong.portal.session;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.portal.session.ReplyTable.ReplyFields;

/** Reads a reply table, or refuses the start with a line that names the file and the mistake. */
final class ReplyTableReader {
    private static final String WORDS =
            Stream.of(ReplyClass.values()).map(ReplyClass::word).collect(Collectors.joining(", "));

    private final String file;

    private ReplyTableReader(String file) {
        this.file = file;
    }

    static ReplyTable read(SchemaFiles files, String partner) {
        String name = "replies/" + partner + ".yaml";
        return new ReplyTableReader(files.whereIs(name)).table(files.read(name));
    }

    private ReplyTable table(byte[] bytes) {
        Map<?, ?> root = section(parsed(bytes), "");
        only(root, "codes", "http", "pause", "fields");
        Map<String, ReplyClass> codes = classes(section(root.get("codes"), "codes"), "codes", Function.identity());
        if (!codes.containsValue(ReplyClass.SUCCESS)) {
            throw wrong("codes", "không có mã nào là success", "no code is success");
        }
        return new ReplyTable(
                codes,
                classes(section(root.get("http"), "http"), "http", this::status),
                pause(root.get("pause")),
                fields(section(root.get("fields"), "fields")));
    }

    private @Nullable Object parsed(byte[] bytes) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextsOnly())
                    .load(new ByteArrayInputStream(bytes));
        } catch (YAMLException broken) {
            throw wrong("", "không phải YAML hợp lệ (" + broken.getMessage() + ")", "not valid YAML");
        }
    }

    private <K> Map<K, ReplyClass> classes(Map<?, ?> section, String place, Function<String, K> key) {
        Map<K, ReplyClass> read = new HashMap<>();
        section.forEach((code, word) -> read.put(
                key.apply(String.valueOf(code)),
                ReplyClass.ofWord(String.valueOf(word))
                        .orElseThrow(() -> wrong(
                                place + "." + code,
                                "\"" + word + "\" không thuộc: " + WORDS,
                                "\"" + word + "\" is none of: " + WORDS))));
        return Map.copyOf(read);
    }

    private Integer status(String text) {
        if (text.matches("[1-5][0-9]{2}")) {
            return Integer.valueOf(text);
        }
        throw wrong("http." + text, "không phải trạng thái HTTP", "not an HTTP status");
    }

    private Duration pause(@Nullable Object value) {
        try {
            Duration pause = DurationStyle.detectAndParse(value == null ? "5s" : value.toString());
            if (pause.isPositive()) {
                return pause;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw wrong("pause", "không phải khoảng thời gian dương như 5s", "not a positive duration such as 5s");
    }

    private ReplyFields fields(Map<?, ?> section) {
        only(section, "code", "message", "result", "item", "steps");
        return new ReplyFields(
                name(section, "code", "error_code"),
                name(section, "message", "message"),
                name(section, "result", "result"),
                name(section, "item", "MaHoSo"),
                name(section, "steps", "DanhSachTienDo"));
    }

    private static String name(Map<?, ?> section, String key, String otherwise) {
        Object given = section.get(key);
        return given == null ? otherwise : given.toString();
    }

    private Map<?, ?> section(@Nullable Object value, String place) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return new LinkedHashMap<>(map);
        }
        throw wrong(place, "phải là các cặp khóa: giá trị", "must be pairs of key: value");
    }

    private void only(Map<?, ?> section, String... known) {
        TreeSet<String> unknown = new TreeSet<>();
        section.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        Stream.of(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw wrong(unknown.first(), "khóa không được biết đến", "unknown key");
        }
    }

    private StartRefused wrong(String place, String vi, String en) {
        String where = place.isEmpty() ? file : file + ", " + place;
        return new StartRefused("Bảng mã trả lời " + where + ": " + vi, "reply table " + where + ": " + en);
    }

    /** Takes every value as the text it is: {@code 00} stays {@code 00}. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none: no value is read as a number, a date or a truth value
        }
    }
}
