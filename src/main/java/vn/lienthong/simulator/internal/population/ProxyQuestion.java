package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.simulator.internal.Json;

/** Reads a question out of the JSON that a provincial proxy takes. */
final class ProxyQuestion {
    private static final List<String> NAMES = List.of(
            "MaYeuCau", "MaDVC", "MaTichHop", "MaCanBo", "SoDinhDanh", "SoCMND", "HoVaTen", "NgayThangNam", "Nam");

    private ProxyQuestion() {}

    static Asked read(byte[] bytes) {
        JsonNode body = Json.read(bytes).orElseGet(Json::object);
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, body.path(name).asText("")));
        String operation = fields.getOrDefault("MaTichHop", "").equals("003") ? Asked.VERIFY : Asked.LOOK_UP;
        return new Asked(operation, fields, "");
    }
}
