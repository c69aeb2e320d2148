package vn.lienthong.simulator.internal.registers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Platform;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/**
 * A register that answers one question by one key, from a list of made-up entries that never changes. {@code
 * GET /__sim/<id>/entries} shows them.
 */
public final class JsonRegisterTwin implements Platform {
    private final String id;
    private final String door;
    private final Function<Call, String> key;
    private final JsonNode entries;
    private final JsonNode nothing;

    private JsonRegisterTwin(String id, String door, Function<Call, String> key, JsonNode nothing) {
        this.id = id;
        this.door = door;
        this.key = key;
        this.entries = read(id);
        this.nothing = nothing;
    }

    /** Companies by tax code: {@code GET /business/chiTietDoanhNghiep?msdn=…}. */
    public static JsonRegisterTwin business() {
        return new JsonRegisterTwin(
                "business",
                "GET chiTietDoanhNghiep",
                call -> call.query().getOrDefault("msdn", ""),
                Json.object().put("DataCount", 0).put("Status", "0").put("Message", "Không tìm thấy doanh nghiệp"));
    }

    /** Insured persons by number: {@code POST /insurance-register/apiBHXH/getTraCuuTtHgdByMaSoBhxh}. */
    public static JsonRegisterTwin insurance() {
        return new JsonRegisterTwin(
                "insurance-register",
                "POST apiBHXH/getTraCuuTtHgdByMaSoBhxh",
                call -> Json.read(call.body())
                        .map(body -> body.path("maSoBhxh").asText())
                        .orElse(""),
                Json.object().put("hoTen", "").put("trangThai", "-1"));
    }

    /** Digitised papers by their owner: {@code POST /paper-store/khoSoHoa/traCuu}. */
    public static JsonRegisterTwin paperStore() {
        ObjectNode none = Json.object().put("errorCode", "0").put("message", "Không có giấy tờ");
        none.putObject("result").putArray("DanhSachGiayToKetQua");
        return new JsonRegisterTwin(
                "paper-store",
                "POST khoSoHoa/traCuu",
                call -> Json.read(call.body())
                        .map(body -> body.path("SoDinhDanhChuSoHuu").asText())
                        .orElse(""),
                none);
    }

    /** Civil registrations by kind and number: {@code POST /civil-register/apiHoTichTuPhap/traHoSo}. */
    public static JsonRegisterTwin civilRegister() {
        return new JsonRegisterTwin(
                "civil-register",
                "POST apiHoTichTuPhap/traHoSo",
                call -> Json.read(call.body())
                        .map(body -> body.path("module").asText() + "-"
                                + body.path("maHoSo").asText())
                        .orElse(""),
                Json.object().put("status", 0).put("errorCode", "201").put("errorDescription", "RECORD_NOT_FOUND"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Visit visit(Call call) {
        String asked = call.method() + " "
                + String.join("/", call.path().subList(1, call.path().size()));
        if (!asked.equals(door)) {
            return Visit.futile(Reply.refusal(404, "Không có địa chỉ này.", "There is nothing at this address."));
        }
        return new Visit() {
            @Override
            public String service() {
                return "lookup";
            }

            @Override
            public Deed admit() {
                return () -> Reply.json(
                        200, entries.path(key.apply(call)).isMissingNode() ? nothing : entries.path(key.apply(call)));
            }

            @Override
            public Optional<Reply> expire() {
                return Optional.empty();
            }
        };
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return rest.equals(List.of("entries")) && call.method().equals("GET")
                ? Optional.of(Reply.json(200, entries))
                : Optional.empty();
    }

    @Override
    public void describe(ObjectNode stats) {
        stats.put("entries", entries.size());
    }

    @Override
    public void empty() {
        // the entries are the register itself
    }

    private static JsonNode read(String id) {
        try (InputStream in = JsonRegisterTwin.class.getResourceAsStream("/simulator/" + id + ".json")) {
            if (in == null) {
                throw new IllegalStateException("simulator/" + id + ".json is not packed");
            }
            return Json.read(in.readAllBytes()).orElseThrow();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
