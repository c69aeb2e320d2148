package vn.lienthong.portal.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/**
 * A place in a file that people write. Every value is the text it is: {@code 00} stays {@code 00}. What is wrong refuses the
 * start with a sentence that names the file, the line and the field.
 */
final class Descriptor {
    private final String file;
    private final String place;
    private final Node node;

    private Descriptor(String file, String place, Node node) {
        this.file = file;
        this.place = place;
        this.node = node;
    }

    /** A whole file, which must be pairs of key and value. */
    static Descriptor read(SchemaFiles files, String name) {
        String file = files.whereIs(name);
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.read(name)))
                    .toString();
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root == null) {
                throw new StartRefused("Tệp " + file + " rỗng", "the file " + file + " is empty");
            }
            Descriptor whole = new Descriptor(file, "", root);
            whole.pairs();
            return whole;
        } catch (CharacterCodingException wrongBytes) {
            throw new StartRefused("Tệp " + file + " không phải UTF-8", "the file " + file + " is not UTF-8");
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new StartRefused(
                    "Tệp " + file + ", dòng " + line + ": không phải YAML hợp lệ (" + broken.getProblem() + ")",
                    "the file " + file + ", line " + line + ": is not valid YAML (" + broken.getProblem() + ")");
        } catch (YAMLException broken) {
            throw new StartRefused(
                    "Tệp " + file + ": không phải YAML hợp lệ (" + broken.getMessage() + ")",
                    "the file " + file + ": is not valid YAML (" + broken.getMessage() + ")");
        }
    }

    /** Refuses keys that nobody knows: a misspelt one must not look like a set one. */
    Descriptor only(String... known) {
        List<String> names = List.of(known);
        pairs().forEach((key, value) -> {
            if (!names.contains(key)) {
                throw value.wrong(
                        "khóa không được biết đến; có: " + String.join(", ", names),
                        "unknown key; there are: " + String.join(", ", names));
            }
        });
        return this;
    }

    /** What stands under a key, if anything does. */
    Optional<Descriptor> at(String key) {
        return Optional.ofNullable(pairs().get(key));
    }

    /** What must stand under a key. */
    Descriptor need(String key) {
        return at(key).orElseThrow(() -> wrong("thiếu khóa \"" + key + "\"", "the key \"" + key + "\" is missing"));
    }

    /** The text under a key, or another where there is none. */
    String text(String key, String otherwise) {
        return at(key).map(Descriptor::text).orElse(otherwise);
    }

    /** Whether the text under a key says {@code true}; false where there is none. */
    boolean truth(String key) {
        Optional<Descriptor> given = at(key);
        if (given.isEmpty()) {
            return false;
        }
        return switch (given.get().text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw given.get().wrong("phải là true hoặc false", "must be true or false");
        };
    }

    /** This place as a text with something in it. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("phải là một giá trị, không để trống", "must be a single value and not empty");
    }

    /** This place as a text which may be empty. */
    String anyText() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("phải là một giá trị", "must be a single value");
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** This place as pairs of key and value, in the order of the file. */
    Map<String, Descriptor> pairs() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("phải là các cặp khóa: giá trị", "must be pairs of key: value");
        }
        Map<String, Descriptor> pairs = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong("khóa phải là một từ", "a key must be a word");
            }
            String name = key.getValue();
            Descriptor value = new Descriptor(file, place.isEmpty() ? name : place + "." + name, tuple.getValueNode());
            if (pairs.put(name, value) != null) {
                throw value.wrong(
                        "không phải YAML hợp lệ, khóa lặp lại", "is not valid YAML, the key stands there twice");
            }
        }
        return pairs;
    }

    /** The texts under each key; none where this place is missing. */
    static Map<String, String> texts(Optional<Descriptor> section) {
        Map<String, String> texts = new LinkedHashMap<>();
        section.ifPresent(given -> given.pairs().forEach((key, value) -> texts.put(key, value.anyText())));
        return texts;
    }

    /** What refuses the start because of this place. */
    StartRefused wrong(String vi, String en) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        return new StartRefused(
                Stream.of("Tệp " + file, "dòng " + line, place)
                                .filter(part -> !part.isEmpty())
                                .collect(java.util.stream.Collectors.joining(", "))
                        + ": " + vi,
                Stream.of("the file " + file, "line " + line, place)
                                .filter(part -> !part.isEmpty())
                                .collect(java.util.stream.Collectors.joining(", "))
                        + ": " + en);
    }
}
