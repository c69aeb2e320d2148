package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.lienthong.catalogue.Succession;

/**
 * Reads an address. One with a district is older than 07/2025: its commune is told as today's where exactly one took it
 * over; where several did, they are offered to choose from; the old codes always stay beside.
 */
final class AddressReader {
    private final OldUnits units;

    AddressReader(OldUnits units) {
        this.units = units;
    }

    ObjectNode read(XmlFields place) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        put(read, "detail", place.text("ChiTiet"));
        put(read, "country", place.text("QuocGia"));
        String commune = place.text("MaPhuongXa");
        String province = place.text("MaTinhThanh");
        if (place.text("MaQuanHuyen").isEmpty()) {
            put(read, "communeCode", commune);
            put(read, "provinceCode", province);
            return read;
        }
        ObjectNode old = read.putObject("old");
        put(old, "communeCode", commune);
        put(old, "districtCode", place.text("MaQuanHuyen"));
        put(old, "provinceCode", province);
        List<Succession.Heir> today = units.today(commune);
        if (today.size() == 1) {
            Succession.Heir one = today.getFirst();
            read.put("communeCode", one.code()).put("communeName", one.name()).put("provinceCode", one.province());
        } else if (!today.isEmpty()) {
            ArrayNode choices = read.putArray("choices");
            today.forEach(one -> choices.addObject()
                    .put("communeCode", one.code())
                    .put("communeName", one.name())
                    .put("provinceCode", one.province()));
        }
        return read;
    }

    static void put(ObjectNode read, String name, String value) {
        if (!value.isEmpty()) {
            read.put(name, value);
        }
    }
}
