package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** The portal's reply form: {@code error_code}, {@code message}, {@code result}; HTTP status 200 whatever it says. */
final class Answer {
    private final ObjectNode body = Json.object();
    private final Behaviour behaviour;

    Answer(Verdict verdict, Behaviour behaviour) {
        this.behaviour = behaviour;
        write(body, verdict);
    }

    private void write(ObjectNode node, Verdict verdict) {
        if (behaviour.numericCodes()) {
            node.put("error_code", verdict.code());
        } else {
            node.put("error_code", Integer.toString(verdict.code()));
        }
        node.put("message", verdict.message());
    }

    Answer field(String name, String value) {
        body.put(name, value);
        return this;
    }

    Answer result(List<? extends JsonNode> entries) {
        ArrayNode result = body.putArray("result");
        entries.forEach(result::add);
        return this;
    }

    /** One result entry per item: its number and what became of it. */
    Answer results(List<Item> items, List<Verdict> verdicts) {
        ArrayNode result = body.putArray("result");
        for (int i = 0; i < verdicts.size(); i++) {
            write(result.addObject().put("MaHoSo", items.get(i).dossier()), verdicts.get(i));
        }
        return this;
    }

    Reply reply() {
        return Reply.json(200, body);
    }
}
