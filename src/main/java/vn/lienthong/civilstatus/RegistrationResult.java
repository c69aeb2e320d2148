package vn.lienthong.civilstatus;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.civilstatus.wire.Contract;

/** Reads what the result of a registration tells, by the contract's names. */
final class RegistrationResult {
    private static final int LONGEST_FACT = 200;

    private final Contract contract;

    RegistrationResult(Contract contract) {
        this.contract = contract;
    }

    /** The facts; empty where the result lacks what makes it one, or that looks wrong. */
    Optional<Map<String, String>> read(String kind, JsonNode result) {
        Contract.Module module = contract.modules().get(kind);
        if (module == null) {
            return Optional.empty();
        }
        Map<String, String> facts = new TreeMap<>();
        module.facts().forEach((name, field) -> {
            JsonNode value = result.path(field);
            String text =
                    value.isValueNode() ? value.asText("").replace('\0', ' ').strip() : "";
            if (!text.isEmpty() && !value.isNull() && text.length() <= LONGEST_FACT && isSound(text)) {
                facts.put(name, text);
            }
        });
        boolean shaped = module.shapes().entrySet().stream()
                .allMatch(shape -> facts.getOrDefault(shape.getKey(), "").matches(shape.getValue()));
        return shaped && facts.keySet().containsAll(module.required()) ? Optional.of(facts) : Optional.empty();
    }

    /** Without half a character: what is passed on must be what was told. */
    private static boolean isSound(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
