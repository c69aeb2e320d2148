package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.simulator.internal.Json;

/**
 * A registration.
 *
 * @param state 1 waiting, 2 supplement wanted, 3 conditions met, 4 finished, 6 refused
 * @param supplemented how often more was handed in
 * @param since when it came to this state
 * @param certificate the paper of its result, in base64; empty for none
 */
record Entry(
        String number,
        String linked,
        String module,
        String unit,
        String form,
        int state,
        int supplemented,
        String since,
        int serial,
        String personalId,
        String certificate) {
    Entry in(int next, String at, String id) {
        return new Entry(number, linked, module, unit, form, next, supplemented, at, serial, id, certificate);
    }

    Entry with(String paper) {
        return new Entry(number, linked, module, unit, form, state, supplemented, since, serial, personalId, paper);
    }

    Entry completed(String newForm, String at) {
        return new Entry(
                number, linked, module, unit, newForm, 1, supplemented + 1, at, serial, personalId, certificate);
    }

    static Entry read(JsonNode node) {
        return new Entry(
                node.path("number").asText(),
                node.path("linked").asText(),
                node.path("module").asText(),
                node.path("unit").asText(),
                node.path("form").asText(),
                node.path("state").asInt(),
                node.path("supplemented").asInt(),
                node.path("since").asText(),
                node.path("serial").asInt(),
                node.path("personalId").asText(),
                node.path("certificate").asText());
    }

    ObjectNode write() {
        return Json.object()
                .put("number", number)
                .put("linked", linked)
                .put("module", module)
                .put("unit", unit)
                .put("form", form)
                .put("state", state)
                .put("supplemented", supplemented)
                .put("since", since)
                .put("serial", serial)
                .put("personalId", personalId)
                .put("certificate", certificate);
    }
}
