package vn.lienthong.citizen;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** Which procedures may ask a register, and for which fields: {@code schemas/registers/<register>.yaml}. Immutable. */
final class FieldRules {
    private final String file;
    private final Map<String, Set<PersonField>> byProcedure = new HashMap<>();

    private FieldRules(String file) {
        this.file = file;
    }

    /** Reads the file, or refuses the start with one line that names what is wrong. */
    static FieldRules load(SchemaFiles files, String register) {
        String name = "registers/" + register + ".yaml";
        FieldRules rules = new FieldRules(files.whereIs(name));
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            rules.read(new Yaml(new SafeConstructor(options)).load(new ByteArrayInputStream(files.read(name))));
        } catch (YAMLException broken) {
            throw rules.wrong("YAML: " + broken.getMessage());
        }
        return rules;
    }

    /** The fields that this procedure may ask for; null when it may not ask at all. */
    @Nullable
    Set<PersonField> of(String procedureCode) {
        return byProcedure.get(Procedures.bare(procedureCode));
    }

    private void read(@Nullable Object root) {
        if (!(root instanceof Map<?, ?> map) || !(map.get("procedures") instanceof Map<?, ?> procedures)) {
            throw wrong("procedures");
        }
        Set<PersonField> always = fields("always", map.get("always"));
        procedures.forEach((key, words) -> {
            // without quotes 2.000720 would be read as the number 2.00072
            if (!(key instanceof String code)) {
                throw wrong(key + " (\"…\")");
            }
            Set<PersonField> all = fields(code, words);
            all.addAll(always);
            byProcedure.put(code, all);
        });
    }

    private Set<PersonField> fields(String place, @Nullable Object words) {
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        if (!(words instanceof List<?> list)) {
            throw wrong(place);
        }
        list.forEach(
                word -> fields.add(PersonField.of(String.valueOf(word)).orElseThrow(() -> wrong(place + ": " + word))));
        return fields;
    }

    private StartRefused wrong(String place) {
        return new StartRefused(
                "Tệp " + file + " không đúng mẫu tại " + place,
                "the file " + file + " is not as it must be at " + place);
    }
}
