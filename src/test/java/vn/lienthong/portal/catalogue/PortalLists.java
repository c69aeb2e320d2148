package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import vn.lienthong.testing.HttpDouble.Request;
import vn.lienthong.testing.HttpDouble.Wire;

/** What a portal with three procedures tells of its catalogue. */
final class PortalLists {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FEW = List.of("1.001193", "2.000815", "1.007254");
    private static final ObjectNode TOLD = catalogue();

    private PortalLists() {}

    static void serve(Request request, Wire wire) throws IOException {
        JsonNode call = JSON.readTree(request.body());
        ArrayNode result = JSON.createArrayNode();
        switch (call.path("service").asText()) {
            case "LayDanhMucCoQuan" -> result.addAll((ArrayNode) TOLD.path("agencies"));
            case "LayDanhSachTTHC" -> result.addAll((ArrayNode) TOLD.path("procedures"));
            default ->
                TOLD.path("procedures").forEach(procedure -> {
                    if (procedure.path("MATTHC").equals(call.path("maTTHC"))) {
                        result.add(procedure);
                    }
                });
        }
        wire.json(ok(result.toString()));
    }

    static String ok(String result) {
        return "{\"error_code\":\"0\",\"message\":\"\",\"result\":" + result + "}";
    }

    private static ObjectNode catalogue() {
        try (var file = PortalLists.class.getResourceAsStream("/simulator/portal-catalogue.json")) {
            ObjectNode whole = (ObjectNode) JSON.readTree(file);
            ArrayNode few = JSON.createArrayNode();
            whole.path("procedures")
                    .valueStream()
                    .filter(one -> FEW.contains(one.path("MATTHC").asText()))
                    .forEach(few::add);
            return whole.set("procedures", few);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
