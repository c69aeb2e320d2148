package vn.lienthong.simulator.internal.civil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** Takes registrations and tells of them. Each time it is asked about one it goes a step on, in the order of its states. */
final class Office {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final List<String> NEEDED =
            List.of("maDonVi", "module", "maHoSoLT", "maHoSoMCDT", "ngayTiepNhan", "data");
    private static final List<String> MODULES = List.of("LTKS", "LTKT", "LTKH");

    private final Book book;
    private final Manner manner;
    private final Clock clock;

    Office(Book book, Manner manner, Clock clock) {
        this.book = book;
        this.manner = manner;
        this.clock = clock;
    }

    synchronized Reply take(Call call) {
        Optional<JsonNode> read = Json.read(call.body()).filter(JsonNode::isObject);
        if (read.isEmpty()) {
            return no("302", "Dữ liệu không hợp lệ");
        }
        JsonNode body = read.get();
        Optional<String> missing = NEEDED.stream()
                .filter(name -> body.path(name).asText("").isBlank())
                .findFirst();
        if (missing.isPresent()) {
            return no("200", "Thiếu trường " + missing.get());
        }
        String form = body.path("data").asText();
        boolean whole = Json.read(form.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isObject)
                .isPresent();
        if (!whole || !MODULES.contains(body.path("module").asText())) {
            return no("500", "Biểu mẫu hoặc loại hồ sơ không đúng");
        }
        return take(body, form);
    }

    private Reply take(JsonNode body, String form) {
        String number = body.path("maHoSoMCDT").asText();
        Optional<Entry> known = book.find(number);
        if (known.isEmpty()) {
            int serial = book.next();
            book.write(new Entry(
                    number,
                    body.path("maHoSoLT").asText(),
                    body.path("module").asText(),
                    body.path("maDonVi").asText(),
                    form,
                    1,
                    0,
                    now(),
                    serial,
                    String.format(Locale.ROOT, "066226%06d", serial),
                    ""));
            book.count("registrations");
            return yes();
        }
        Entry entry = known.get();
        boolean open = entry.state() == 2 || entry.state() == 6;
        if (open && !entry.form().equals(form)) {
            book.write(entry.completed(form, now()));
            book.count("supplements");
            return yes();
        }
        book.count("repeats");
        return Reply.json(200, said("0", "", "Hồ sơ " + number + " đã được tiếp nhận"));
    }

    synchronized Reply tell(Call call) {
        Optional<JsonNode> read = Json.read(call.body()).filter(JsonNode::isObject);
        book.count("questions");
        if (read.isEmpty() || !read.get().path("maDinhDanhHoSo").isArray()) {
            return no("302", "Dữ liệu không hợp lệ");
        }
        if (read.get().path("maDinhDanhHoSo").size() > 3) {
            return no("500", "Mỗi lần hỏi nhiều nhất 3 hồ sơ");
        }
        ObjectNode reply = said("1", "", "");
        var items = reply.putArray("value");
        String module = read.get().path("module").asText();
        read.get()
                .path("maDinhDanhHoSo")
                .forEach(number -> book.find(number.asText())
                        .filter(entry -> entry.module().equals(module))
                        .ifPresent(entry -> {
                            items.add(Telling.of(entry));
                            goOn(entry);
                        }));
        return Reply.json(200, reply);
    }

    private void goOn(Entry entry) {
        int next = switch (entry.state()) {
            case 1 ->
                switch (manner.decision()) {
                    case "PENDING" -> 1;
                    case "SUPPLEMENT" -> entry.supplemented() == 0 ? 2 : 3;
                    case "REFUSED" -> 6;
                    default -> 3;
                };
            case 3 -> manner.decision().equals("PENDING") ? 3 : 4;
            default -> entry.state();
        };
        if (next != entry.state()) {
            book.write(entry.in(next, now(), entry.personalId()));
        }
    }

    private Reply no(String code, String words) {
        book.count("refused");
        return Reply.json(200, said("0", code, words));
    }

    private static Reply yes() {
        return Reply.json(200, said("1", "", "Thành công"));
    }

    private static ObjectNode said(String status, String code, String words) {
        return Json.object().put("status", status).put("errorCode", code).put("errorDescription", words);
    }

    private String now() {
        return TIME.format(clock.instant());
    }
}
