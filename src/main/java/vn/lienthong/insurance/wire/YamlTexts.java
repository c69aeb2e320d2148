package vn.lienthong.insurance.wire;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** A YAML file whose values are all texts: {@code 00} stays {@code 00}. What is wrong in it stops the start. */
final class YamlTexts {
    private final String file;
    private final String place;
    private final Map<String, Object> pairs;

    private YamlTexts(String file, String place, Map<String, Object> pairs) {
        this.file = file;
        this.place = place;
        this.pairs = pairs;
    }

    static YamlTexts read(SchemaFiles files, String name) {
        String file = files.whereIs(name);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        try {
            Object read = new Yaml(
                            new SafeConstructor(options), new Representer(unused), unused, options, new TextsOnly())
                    .load(new ByteArrayInputStream(files.read(name)));
            return new YamlTexts(file, "", pairs(file, "", read));
        } catch (YAMLException broken) {
            throw wrong(file, "", "không phải YAML hợp lệ (" + broken.getMessage() + ")", "not valid YAML");
        }
    }

    /** Refuses keys other than these. */
    YamlTexts only(String... known) {
        TreeSet<String> unknown = new TreeSet<>(pairs.keySet());
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) {
            throw wrong(file, below(unknown.first()), "khóa không được biết đến", "unknown key");
        }
        return this;
    }

    /** The pairs below this key; none where it is absent. */
    YamlTexts below(String key, boolean needed) {
        Object value = pairs.get(key);
        if (value == null && needed) {
            throw wrong(file, below(key), "thiếu", "is missing");
        }
        return new YamlTexts(file, below(key), value == null ? Map.of() : pairs(file, below(key), value));
    }

    /** The text of this key, which must be there. */
    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(file, below(key), "thiếu", "is missing"));
    }

    java.util.Optional<String> optional(String key) {
        return pairs.get(key) instanceof String text && !text.isBlank()
                ? java.util.Optional.of(text.strip())
                : java.util.Optional.empty();
    }

    /** The list of texts of this key; empty where it is absent. */
    List<String> texts(String key) {
        return pairs.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** All pairs, in the order of the file. */
    Map<String, String> all() {
        return pairs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.valueOf(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    StartRefused wrong(String key, String vi, String en) {
        return wrong(file, below(key), vi, en);
    }

    private String below(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static Map<String, Object> pairs(String file, String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(file, place, "phải là các cặp khóa: giá trị", "must be pairs of key: value");
        }
        Map<String, Object> pairs = new LinkedHashMap<>();
        map.forEach((key, one) -> {
            if (one != null) {
                pairs.put(String.valueOf(key), one);
            }
        });
        return pairs;
    }

    private static StartRefused wrong(String file, String place, String vi, String en) {
        String where = place.isEmpty() ? file : file + ", " + place;
        return new StartRefused(where + ": " + vi, where + ": " + en);
    }

    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none: no value is read as a number, a date or a truth value
        }
    }
}
