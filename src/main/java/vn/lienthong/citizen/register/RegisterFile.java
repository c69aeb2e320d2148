package vn.lienthong.citizen.register;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/**
 * How a register that speaks JSON is asked and read: {@code schemas/registers/<name>.yaml}. With a partner entry that is the
 * whole of it.
 *
 * @param keyForm what it is asked by looks like
 * @param namedAs where the dossier must name that
 * @param get whether it is read by GET; else by POST
 * @param parameter name of the key in the question
 * @param found pointer to what tells that there is something; {@code is} its value, any where that is empty
 * @param nobody its value where there is nothing
 * @param echo pointer to the key in the answer; empty where the register does not repeat it
 * @param with further members of the question; {@code $officer-id}, {@code $officer-name} and {@code $procedure} stand for
 *     what the question says of them
 * @param papers how it lists papers, where it keeps papers and not facts; then {@code fields} are kinds of papers
 * @param replies what its codes mean where there is nothing; null: any other answer is a refusal
 * @param persons pointers to the numbers of the persons that the entry is about: it is shown only where the dossier names one
 * @param fields our names and where they stand
 */
public record RegisterFile(
        Procedure.Register register,
        String partner,
        Bilingual name,
        Pattern keyForm,
        NamedAs namedAs,
        boolean get,
        String path,
        String parameter,
        Map<String, String> with,
        String found,
        String is,
        String nobody,
        String echo,
        @Nullable Papers papers,
        @Nullable Replies replies,
        List<String> persons,
        Map<String, String> fields,
        Map<String, Set<String>> procedures) {
    /** The group of a key's form that goes into the parameter. */
    static final String NUMBER = "number";

    /** Where a dossier names what is asked by. */
    public enum NamedAs {
        TAX_CODE,
        PERSONAL_ID,
        /** As the number that another system gave it. */
        EXTERNAL_ID
    }

    /** A part of the key, named as a group of its form; the whole where there is no such group. */
    String part(String key, String group) {
        Matcher matcher = keyForm.matcher(key);
        return keyForm.namedGroups().containsKey(group) && matcher.matches()
                ? Objects.requireNonNull(matcher.group(group))
                : key;
    }

    /** Whether the key's number is only a part of it. */
    boolean inParts() {
        return keyForm.namedGroups().containsKey(NUMBER);
    }

    /** Reads the file, or refuses the start with one line that names what is wrong. */
    public static RegisterFile load(SchemaFiles files, String name) {
        String file = "registers/" + name + ".yaml";
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(new ByteArrayInputStream(files.read(file)));
            return new Reading(files.whereIs(file)).whole(root);
        } catch (YAMLException | PatternSyntaxException broken) {
            throw new Reading(files.whereIs(file)).wrong(String.valueOf(broken.getMessage()));
        }
    }

    /** The fields that this procedure may ask for; null when it may not ask at all. */
    public @Nullable Set<String> of(String procedureCode) {
        return procedures.get(Procedures.bare(procedureCode));
    }

    private record Reading(String file) {
        RegisterFile whole(@Nullable Object root) {
            Map<String, Object> all = map("/", root);
            Map<String, Object> names = map("name", all.get("name"));
            Map<String, Object> key = map("key", all.get("key"));
            Map<String, Object> call = map("call", all.get("call"));
            Map<String, Object> answer = map("answer", all.get("answer"));
            Map<String, Object> found = map("answer.found", answer.get("found"));
            Map<String, String> fields = texts("answer.fields", answer.get("fields"));
            Map<String, Set<String>> procedures = new LinkedHashMap<>();
            map("procedures", all.get("procedures"))
                    .forEach((code, allowed) -> procedures.put(code, allowed(code, allowed, fields.keySet())));
            return new RegisterFile(
                    one("register", all, Procedure.Register.class),
                    text("partner", all),
                    new Bilingual(text("vi", names), text("en", names)),
                    Pattern.compile(text("form", key)),
                    one("named-as", key, NamedAs.class),
                    text("method", call).equals("GET"),
                    text("path", call),
                    text("parameter", call),
                    texts("call.with", call.get("with")),
                    text("at", found),
                    text("is", found),
                    text("nobody", answer),
                    text("key", answer),
                    papers(answer.get("papers")),
                    replies(answer.get("replies")),
                    persons(answer.get("persons")),
                    fields,
                    Map.copyOf(procedures));
        }

        private @Nullable Papers papers(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            Map<String, Object> papers = map("answer.papers", value);
            return new Papers(
                    text("asked-in", papers),
                    text("at", papers),
                    text("code", papers),
                    texts("answer.papers.fields", papers.get("fields")));
        }

        private @Nullable Replies replies(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            Map<String, Object> replies = map("answer.replies", value);
            Map<String, String> codes = texts("answer.replies.codes", replies.get("codes"));
            codes.values().forEach(meaning -> {
                if (!Replies.known(meaning)) {
                    throw wrong("answer.replies.codes: " + meaning);
                }
            });
            return new Replies(text("at", replies), codes);
        }

        private List<String> persons(@Nullable Object value) {
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> list) {
                return list.stream().map(String::valueOf).toList();
            }
            throw wrong("answer.persons");
        }

        /** Names and texts; none where there is nothing. */
        private Map<String, String> texts(String place, @Nullable Object value) {
            Map<String, String> read = new LinkedHashMap<>();
            if (value != null) {
                map(place, value).forEach((name, text) -> read.put(name, String.valueOf(text)));
            }
            return Map.copyOf(read);
        }

        private Set<String> allowed(String code, @Nullable Object words, Set<String> known) {
            if (!(words instanceof List<?> list) || !known.containsAll(list)) {
                throw wrong("procedures." + code);
            }
            Set<String> fields = new LinkedHashSet<>();
            list.forEach(word -> fields.add(String.valueOf(word)));
            return Set.copyOf(fields);
        }

        private Map<String, Object> map(String place, @Nullable Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                throw wrong(place);
            }
            Map<String, Object> read = new LinkedHashMap<>();
            map.forEach((key, inside) -> {
                // without quotes 2.000720 would be read as the number 2.00072
                if (!(key instanceof String name)) {
                    throw wrong(place + ": " + key);
                }
                read.put(name, inside);
            });
            return read;
        }

        private String text(String name, Map<String, Object> map) {
            if (map.get(name) instanceof String text) {
                return text;
            }
            throw wrong(name);
        }

        private <E extends Enum<E>> E one(String name, Map<String, Object> map, Class<E> type) {
            try {
                return Enum.valueOf(type, text(name, map));
            } catch (IllegalArgumentException unknown) {
                throw wrong(name);
            }
        }

        StartRefused wrong(String place) {
            return new StartRefused(
                    "Tệp " + file + " không đúng mẫu tại " + place,
                    "the file " + file + " is not as it must be at " + place);
        }
    }
}
