package vn.lienthong.portal.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.portal.session.ServiceContract.Certainty;
import vn.lienthong.portal.session.ServiceContract.Head;
import vn.lienthong.portal.session.ServiceContract.Kind;
import vn.lienthong.portal.session.ServiceContract.Service;
import vn.lienthong.portal.session.ServiceContract.Shape;
import vn.lienthong.portal.session.ServiceContract.SignInNames;

/** Reads a contract, or refuses the start with a sentence that names the file, the line and the field. */
final class ServiceContractReader {
    /** What can be delivered to such a partner. */
    private static final List<String> KINDS = List.of("dossier", "progress", "result");

    private final FieldRuleReader rules;

    private ServiceContractReader(SchemaFiles files) {
        this.rules = new FieldRuleReader(KnownPaths.of(files));
    }

    static ServiceContract read(SchemaFiles files, String name) {
        return new ServiceContractReader(files).contract(Descriptor.read(files, name));
    }

    private ServiceContract contract(Descriptor file) {
        file.only("contract", "sign-in", "call", "kinds", "ask");
        Envelope envelope = envelope(file.at("call"));
        Descriptor kinds = file.need("kinds").only(KINDS.toArray(String[]::new));
        Map<String, Kind> read = new LinkedHashMap<>();
        kinds.pairs().forEach((name, kind) -> read.put(name, kind(name, kind, envelope)));
        if (read.isEmpty()) {
            throw kinds.wrong("không mô tả loại nào", "describes no kind");
        }
        return new ServiceContract(
                head(file.need("contract")),
                signIn(file.at("sign-in")),
                envelope,
                read,
                file.at("ask").map(ask -> question(ask, read, envelope)));
    }

    private static Head head(Descriptor at) {
        at.only("name", "version", "source", "certainty");
        return new Head(
                at.need("name").text(),
                at.need("version").text(),
                at.need("source").text(),
                word(at.need("certainty"), Certainty.values()));
    }

    private static SignInNames signIn(Optional<Descriptor> at) {
        at.ifPresent(given -> given.only("username", "password", "session"));
        return new SignInNames(
                name(at, "username", "username"), name(at, "password", "password"), name(at, "session", "session"));
    }

    private static Envelope envelope(Optional<Descriptor> at) {
        at.ifPresent(given -> given.only("session", "service", "unit", "data", "shape"));
        Envelope envelope = new Envelope(
                name(at, "session", "session"),
                name(at, "service", "service"),
                at.flatMap(given -> given.at("unit")).map(Descriptor::text).orElse(null),
                name(at, "data", "data"),
                at.flatMap(given -> given.at("shape"))
                        .map(shape -> word(shape, Shape.values()))
                        .orElse(Shape.LIST));
        int fields = (envelope.unit() == null ? 2 : 3) + (envelope.shape() == Shape.FLAT ? 0 : 1);
        if (at.isPresent() && names(envelope).size() < fields) {
            throw at.get().wrong("hai trường trùng tên", "two fields have the same name");
        }
        return envelope;
    }

    private Kind kind(String name, Descriptor at, Envelope envelope) {
        at.only("create", "update", "form");
        Service create = service(at.need("create"), envelope);
        Service update = at.at("update").map(given -> service(given, envelope)).orElse(create);
        Descriptor form = at.need("form");
        if (form.isText()) {
            if (form.text().equals("national")) {
                return new Kind(create, update, new ItemForm.National());
            }
            throw form.wrong(
                    "phải là \"national\" hoặc các trường của mẫu", "must be \"national\" or the form's fields");
        }
        Map<String, FieldRule> fields = rules.fields(form, name.equals("progress"));
        Set<String> taken = new TreeSet<>(names(envelope));
        taken.addAll(create.with().keySet());
        taken.addAll(update.with().keySet());
        taken.retainAll(fields.keySet());
        if (envelope.shape() == Shape.FLAT && !taken.isEmpty()) {
            throw form.wrong(
                    "trường " + taken + " đã có ở ngoài mẫu (call, with)",
                    "the field " + taken + " stands outside the form already (call, with)");
        }
        return new Kind(create, update, new ItemForm.Own(fields));
    }

    private static Service service(Descriptor at, Envelope envelope) {
        if (at.isText()) {
            return new Service(at.text(), Map.of());
        }
        at.only("service", "with");
        Map<String, String> with = Descriptor.texts(at.at("with"));
        with.keySet().stream().filter(names(envelope)::contains).findFirst().ifPresent(taken -> {
            throw at.need("with")
                    .wrong("trường " + taken + " đã có ở call", "call has the field " + taken + " already");
        });
        return new Service(at.need("service").text(), with);
    }

    private static Question question(Descriptor at, Map<String, Kind> kinds, Envelope envelope) {
        at.only("service", "with", "number", "shown", "mark");
        Service service = new Service(at.need("service").text(), Descriptor.texts(at.at("with")));
        String number = at.need("number").text();
        if (names(envelope).contains(number) && !number.equals(envelope.data())) {
            throw at.need("number").wrong("trường này đã có ở call", "call has this field already");
        }
        Set<String> known = new TreeSet<>();
        kinds.values().stream()
                .map(Kind::form)
                .filter(ItemForm.Own.class::isInstance)
                .forEach(form -> known.addAll(((ItemForm.Own) form).fields().keySet()));
        Map<String, Descriptor> shown = at.at("shown").map(Descriptor::pairs).orElse(Map.of());
        shown.forEach((field, value) -> mustBeKnown(field, value, known));
        at.at("mark").ifPresent(mark -> mustBeKnown(mark.text(), mark, known));
        return new Question(
                service,
                number,
                Descriptor.texts(at.at("shown")),
                at.at("mark").map(Descriptor::text).orElse(null));
    }

    private static void mustBeKnown(String field, Descriptor at, Set<String> known) {
        if (!known.contains(field)) {
            throw at.wrong(
                    "không mẫu nào có trường " + field + "; có: " + known,
                    "no form has a field " + field + "; there are: " + known);
        }
    }

    private static Set<String> names(Envelope envelope) {
        Set<String> names = new TreeSet<>(List.of(envelope.session(), envelope.service()));
        String unit = envelope.unit();
        if (unit != null) {
            names.add(unit);
        }
        if (envelope.shape() != Shape.FLAT) {
            names.add(envelope.data());
        }
        return names;
    }

    private static String name(Optional<Descriptor> at, String key, String otherwise) {
        return at.map(given -> given.text(key, otherwise)).orElse(otherwise);
    }

    static <E extends Enum<E>> E word(Descriptor at, E[] words) {
        String given = at.text();
        List<String> names = Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(given)) {
            throw at.wrong(
                    "\"" + given + "\" không thuộc: " + String.join(", ", names),
                    "\"" + given + "\" is none of: " + String.join(", ", names));
        }
        return words[names.indexOf(given)];
    }
}
