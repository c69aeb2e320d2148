package vn.lienthong.simulator.internal.population;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Writes people as the register does (QCVN 109:2017/BTTTT). */
final class CitizenXml {
    private static final String DATA = "http://www.mic.gov.vn/dancu/1.0";
    private static final String REGISTER = "http://dancuquocgia.bca";
    private static final Map<String, String> GENDER = Map.of("MALE", "1", "FEMALE", "2");
    private static final Map<String, String> MARITAL =
            Map.of("SINGLE", "1", "MARRIED", "2", "DIVORCED_OR_WIDOWED", "3");

    private final StringBuilder xml = new StringBuilder();

    private CitizenXml() {}

    static String collection(Optional<JsonNode> person) {
        CitizenXml out = new CitizenXml();
        person.ifPresent(out::citizen);
        return "<TraCuuThongTinCongDanResponse xmlns=\"" + REGISTER + "\"><CongdanCollection xmlns=\"" + DATA + "\">"
                + out.xml + "</CongdanCollection></TraCuuThongTinCongDanResponse>";
    }

    static String verdict(boolean right) {
        return "<XacThucThongTinCongDanResponse xmlns=\"" + REGISTER + "\"><KetQua>" + right
                + "</KetQua></XacThucThongTinCongDanResponse>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void citizen(JsonNode person) {
        xml.append("<CongDan>");
        text("SoDinhDanh", person.path("personalId"));
        text("SoCMND", person.path("oldId"));
        name(person.path("fullName").asText());
        coded("GioiTinh", GENDER, person.path("gender"));
        text("DanToc", person.path("ethnicity"));
        coded("TinhTrangHonNhan", MARITAL, person.path("maritalStatus"));
        birth(person.path("dateOfBirth").asText());
        address("QueQuan", person.path("placeOfOrigin"));
        address("ThuongTru", person.path("permanentAddress"));
        address("NoiOHienTai", person.path("currentAddress"));
        text("QuocTich", person.path("nationality"));
        relative("Cha", person.path("father"));
        relative("Me", person.path("mother"));
        relative("VoChong", person.path("spouse"));
        relative("ChuHo", person.path("householdHead"));
        xml.append("</CongDan>");
    }

    private void name(String whole) {
        int first = whole.indexOf(' ');
        int last = whole.lastIndexOf(' ');
        xml.append("<HoVaTen>");
        if (first > 0) {
            text("Ho", whole.substring(0, first));
            text("ChuDem", first < last ? whole.substring(first + 1, last) : "");
        }
        text("Ten", whole.substring(last + 1));
        xml.append("</HoVaTen>");
    }

    private void birth(String born) {
        xml.append("<NgayThangNamSinh>");
        text(born.length() == 4 ? "Nam" : "NgayThangNam", born.replace("-", ""));
        xml.append("</NgayThangNamSinh>");
    }

    private void address(String element, JsonNode place) {
        if (place.isObject()) {
            xml.append('<').append(element).append('>');
            text("MaTinhThanh", place.path("province"));
            text("MaQuanHuyen", place.path("district"));
            text("MaPhuongXa", place.path("commune"));
            text("ChiTiet", place.path("detail"));
            text("QuocGia", place.path("country").asText("VN"));
            xml.append("</").append(element).append('>');
        }
    }

    private void relative(String element, JsonNode person) {
        if (person.isObject()) {
            xml.append('<').append(element).append('>');
            text("QuanHe", person.path("relation"));
            text("HoVaTen", person.path("fullName"));
            text("QuocTich", person.path("nationality"));
            text("SoDinhDanh", person.path("personalId"));
            text("SoCMND", person.path("oldId"));
            xml.append("</").append(element).append('>');
        }
    }

    private void coded(String element, Map<String, String> codes, JsonNode word) {
        text(element, codes.getOrDefault(word.asText(), ""));
    }

    private void text(String element, JsonNode value) {
        text(element, value.asText(""));
    }

    private void text(String element, String value) {
        if (!value.isEmpty()) {
            xml.append('<').append(element).append('>').append(escaped(value));
            xml.append("</").append(element).append('>');
        }
    }
}
