package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.civilstatus.wire.CivilStatusProperties.Unit;
import vn.lienthong.civilstatus.wire.Contract;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.RelatedPerson;
import vn.lienthong.kernel.GatewayClock;

/**
 * Writes what is handed over, in the contract's words. The form that the one-stop system filled in goes on untouched; the
 * contract's own fields only fill what it left out. What is not known stays out: nothing is made up.
 */
final class RegistrationWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contract contract;
    private final DateTimeFormatter time;

    RegistrationWriter(Contract contract) {
        this.contract = contract;
        this.time = contract.times();
    }

    /** The body, and the fields of its head that nobody knows: with any of them it must not go. */
    record Written(ObjectNode body, List<String> missing) {}

    Written write(String number, String module, Unit unit, DossierContent content) {
        Map<String, String> known = known(number, module, unit, content);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        List<String> missing = new ArrayList<>();
        contract.push().head().forEach((field, term) -> {
            String value = known.get(term);
            if (value == null) {
                missing.add(field);
            } else {
                body.put(field, value);
            }
        });
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        if (content.national().get(contract.push().verbatim()) instanceof Map<?, ?> filledIn) {
            filledIn.forEach((field, value) -> form.set(String.valueOf(field), JSON.valueToTree(value)));
        }
        Objects.requireNonNull(contract.modules().get(module)).form().forEach((field, term) -> {
            String value = known.get(term);
            if (value != null && !form.has(field)) {
                form.put(field, value);
            }
        });
        body.put(contract.push().data(), form.toString());
        return new Written(body, missing);
    }

    private Map<String, String> known(String number, String module, Unit unit, DossierContent content) {
        Map<String, String> known = new LinkedHashMap<>();
        put(known, "unit.code", unit.code());
        put(known, "unit.province", unit.province());
        put(known, "module", module);
        put(known, "dossier.number", number);
        put(known, "dossier.parent", content.parent());
        put(
                known,
                "dossier.acceptedAt",
                content.acceptedAt() == null
                        ? null
                        : content.acceptedAt()
                                .atZoneSameInstant(GatewayClock.ZONE)
                                .format(time));
        DossierContent.Party applicant = content.applicant();
        put(known, "applicant.name", applicant.name());
        put(known, "applicant.personalId", applicant.personalId());
        put(known, "applicant.phone", applicant.phone());
        put(known, "applicant.email", applicant.email());
        put(known, "applicant.address", applicant.address());
        for (RelatedPerson person : content.relatedPersons()) {
            String relation = person.relation().name().toLowerCase(Locale.ROOT);
            put(known, relation + ".name", person.name());
            put(known, relation + ".personalId", person.personalId());
        }
        return known;
    }

    private static void put(Map<String, String> known, String term, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.putIfAbsent(term, value);
        }
    }
}
