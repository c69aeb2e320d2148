package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.person.PersonField;

/** Reads one citizen (QCVN 109:2017/BTTTT) into our words. Codes of national lists stay as they are. */
final class CitizenReader {
    private static final Map<String, String> GENDER = Map.of("1", "MALE", "2", "FEMALE");
    private static final Map<String, String> MARITAL =
            Map.of("1", "SINGLE", "2", "MARRIED", "3", "DIVORCED_OR_WIDOWED");

    private final AddressReader addresses;

    CitizenReader(OldUnits units) {
        this.addresses = new AddressReader(units);
    }

    HeldPerson read(XmlFields citizen) throws Unreadable {
        Map<PersonField, JsonNode> found = new EnumMap<>(PersonField.class);
        put(found, PersonField.PERSONAL_ID, citizen.text("SoDinhDanh"));
        put(found, PersonField.FULL_NAME, name(citizen));
        put(found, PersonField.DATE_OF_BIRTH, born(citizen));
        put(found, PersonField.GENDER, GENDER.getOrDefault(citizen.text("GioiTinh"), ""));
        put(found, PersonField.ETHNICITY, citizen.text("DanToc"));
        put(found, PersonField.NATIONALITY, citizen.text("QuocTich"));
        put(found, PersonField.MARITAL_STATUS, MARITAL.getOrDefault(citizen.text("TinhTrangHonNhan"), ""));
        address(found, PersonField.PLACE_OF_ORIGIN, citizen.inside("QueQuan"));
        address(found, PersonField.PERMANENT_ADDRESS, citizen.inside("ThuongTru"));
        address(found, PersonField.CURRENT_ADDRESS, citizen.inside("NoiOHienTai"));
        relative(found, PersonField.FATHER, citizen.inside("Cha"));
        relative(found, PersonField.MOTHER, citizen.inside("Me"));
        relative(found, PersonField.SPOUSE, citizen.inside("VoChong"));
        relative(found, PersonField.HOUSEHOLD_HEAD, citizen.inside("ChuHo"));
        return new HeldPerson(found);
    }

    private static String name(XmlFields citizen) throws Unreadable {
        XmlFields parts = citizen.inside("HoVaTen");
        String name = parts == null
                ? citizen.text("HoVaTen")
                : Stream.of("Ho", "ChuDem", "Ten")
                        .map(parts::text)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        // what an encoding that lost letters leaves behind
        if (name.isEmpty() || name.indexOf('?') >= 0) {
            throw new Unreadable("HoVaTen");
        }
        return name;
    }

    private static String born(XmlFields citizen) throws Unreadable {
        XmlFields parts = citizen.inside("NgayThangNamSinh");
        if (parts == null) {
            throw new Unreadable("NgayThangNamSinh");
        }
        String day = parts.text("NgayThangNam");
        if (day.matches("[0-9]{8}")) {
            return day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
        }
        String year = parts.text("Nam");
        if (!year.matches("[0-9]{4}")) {
            throw new Unreadable("NgayThangNamSinh");
        }
        return year;
    }

    private void address(Map<PersonField, JsonNode> found, PersonField field, @Nullable XmlFields place) {
        if (place != null) {
            found.put(field, addresses.read(place));
        }
    }

    private static void relative(Map<PersonField, JsonNode> found, PersonField field, @Nullable XmlFields person) {
        if (person == null) {
            return;
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        AddressReader.put(read, "fullName", person.text("HoVaTen"));
        AddressReader.put(read, "personalId", person.text("SoDinhDanh"));
        AddressReader.put(read, "oldId", person.text("SoCMND"));
        AddressReader.put(read, "nationality", person.text("QuocTich"));
        AddressReader.put(read, "relation", person.text("QuanHe"));
        if (!read.isEmpty()) {
            found.put(field, read);
        }
    }

    private static void put(Map<PersonField, JsonNode> found, PersonField field, String value) {
        if (!value.isEmpty()) {
            found.put(field, TextNode.valueOf(value));
        }
    }
}
