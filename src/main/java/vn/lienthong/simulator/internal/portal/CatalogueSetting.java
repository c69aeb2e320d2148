package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;

/**
 * What the catalogues leave out or tell otherwise: codes, with commas between them.
 *
 * @param hidden of procedures and agencies that no list tells
 * @param empty of procedures that are listed and about which nothing is told
 * @param changed of procedures whose name bears a mark
 */
record CatalogueSetting(String hidden, String empty, String changed) {
    private static final Set<String> NAMES = Set.of("hidden", "empty", "changed");

    static Reading<CatalogueSetting> of(JsonNode input) {
        ControlInput in = new ControlInput(input, NAMES);
        return in.reading(new CatalogueSetting(in.text("hidden", ""), in.text("empty", ""), in.text("changed", "")));
    }

    boolean hides(String code) {
        return among(hidden, code);
    }

    boolean empties(String code) {
        return hides(code) || among(empty, code);
    }

    boolean changes(String code) {
        return among(changed, code);
    }

    ObjectNode write() {
        return Json.object().put("hidden", hidden).put("empty", empty).put("changed", changed);
    }

    private static boolean among(String codes, String code) {
        return !code.isEmpty() && List.of(codes.split(",", -1)).contains(code);
    }
}
