package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.simulator.internal.Json;

/** The catalogues the portal gives out: a small made-up selection, read from a resource. */
record ProcedureLists(JsonNode content, CatalogueKnob knob) {
    private static final String RESOURCE = "/simulator/portal-catalogue.json";

    static ProcedureLists load(CatalogueKnob knob) {
        try (InputStream in = ProcedureLists.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new ProcedureLists(Json.read(in.readAllBytes()).orElseThrow(), knob);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One procedure in full; nothing for an unknown code. */
    List<JsonNode> procedure(String code) {
        return all("procedures")
                .filter(procedure -> procedure.path("MATTHC").asText().equals(code))
                .filter(procedure -> !knob.now().empties(code))
                .toList();
    }

    /** Every procedure with its code, name and sector. */
    List<JsonNode> procedures() {
        return all("procedures")
                .<JsonNode>map(procedure -> {
                    JsonNode sector = procedure.path("LINHVUCTHUCHIEN").path(0);
                    return Json.object()
                            .put("ID", procedure.path("ID").asText())
                            .put("MATTHC", procedure.path("MATTHC").asText())
                            .put("TENTTHC", procedure.path("TENTTHC").asText())
                            .put("MALINHVUC", sector.path("MALINHVUC").asText())
                            .put("TENLINHVUC", sector.path("TENLINHVUC").asText());
                })
                .toList();
    }

    List<JsonNode> sectors() {
        return all("sectors").toList();
    }

    List<JsonNode> agencies() {
        return all("agencies").toList();
    }

    private Stream<JsonNode> all(String list) {
        CatalogueSetting now = knob.now();
        return content.path(list)
                .valueStream()
                .filter(entry -> !now.hides(entry.path("MATTHC").asText()))
                .filter(entry -> !now.hides(entry.path("MADONVI").asText()))
                .map(entry -> now.changes(entry.path("MATTHC").asText()) ? marked(entry) : entry);
    }

    private static JsonNode marked(JsonNode procedure) {
        ObjectNode marked = procedure.deepCopy();
        return marked.put("TENTTHC", procedure.path("TENTTHC").asText() + " (sửa đổi)");
    }
}
