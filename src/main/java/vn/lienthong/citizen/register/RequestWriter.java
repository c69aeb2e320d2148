package vn.lienthong.citizen.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.citizen.person.BirthDate;
import vn.lienthong.citizen.person.PersonName;

/** Writes a question in the population register's words and in its order, which it insists on. */
final class RequestWriter {
    static final String NAMESPACE = "http://dancuquocgia.bca";

    private static final String BORN = "NgayThangNamSinh";
    private static final String BORN_ON = "NgayThangNam";
    private static final String BORN_IN = "Nam";

    private RequestWriter() {}

    /** The content of the SOAP body. */
    static Document payload(Question question, RegisterDoor door) {
        Document document = empty();
        Element call = document.createElementNS(NAMESPACE, question.operation().element());
        document.appendChild(call);
        fields(question, door).forEach((name, value) -> {
            if (name.equals(BORN_ON) || name.equals(BORN_IN)) {
                append(append(call, BORN, null), name, value);
            } else {
                append(call, name, value);
            }
        });
        return document;
    }

    /** Names and values in order; the birth date's part stands for the whole. */
    static Map<String, String> fields(Question question, RegisterDoor door) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MaYeuCau", question.id().toString());
        fields.put("MaDVC", question.procedureCode());
        fields.put("MaTichHop", question.operation().code());
        fields.put("MaCanBo", question.officerId());
        if (door.sendUnit()) {
            fields.put("MaDonVi", question.agency());
        }
        put(fields, "TaiKhoan", door.account());
        put(fields, "SoDienThoai", door.phone());
        var person = question.person();
        fields.put(
                person.number().oldCard() ? "SoCMND" : "SoDinhDanh",
                person.number().value());
        fields.put("HoVaTen", PersonName.registerForm(person.fullName()));
        BirthDate born = person.born();
        LocalDate day = born.day();
        if (day == null) {
            fields.put(BORN_IN, Integer.toString(born.year()));
        } else {
            fields.put(BORN_ON, DateTimeFormatter.BASIC_ISO_DATE.format(day));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static Element append(Element parent, String name, @Nullable String value) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        if (value != null) {
            child.setTextContent(value);
        }
        parent.appendChild(child);
        return child;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
