package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** What the portal does for a caller whose session is good, by service name. */
final class Services {
    private static final List<String> DATES =
            List.of("NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra", "NgayTuChoi");

    private final DossierBook book;
    private final BehaviourKnob behaviour;
    private final Map<String, Function<JsonNode, Reply>> byName;

    Services(DossierBook book, BehaviourKnob behaviour, ProcedureLists lists) {
        this.book = book;
        this.behaviour = behaviour;
        byName = Map.of(
                Service.DOSSIERS,
                this::dossiers,
                Service.PROGRESS,
                this::progress,
                Service.LOOK_UP,
                this::lookUp,
                "LayThuTuc",
                body -> list(lists.procedure(ItemRules.text(body, "maTTHC"))),
                "LayDanhSachTTHC",
                body -> list(lists.procedures()),
                "LayDanhMucLinhVuc",
                body -> list(lists.sectors()),
                "LayDanhMucCoQuan",
                body -> list(lists.agencies()));
    }

    boolean knows(String service) {
        return byName.containsKey(service);
    }

    Reply serve(String service, JsonNode body) {
        Function<JsonNode, Reply> found = byName.get(service);
        return found == null ? only(Verdict.UNKNOWN_SERVICE) : found.apply(body);
    }

    private Reply dossiers(JsonNode body) {
        Optional<Boolean> isUpdating = truth(body.path("isUpdating"));
        if (isUpdating.isEmpty()) {
            return only(Verdict.malformed("isUpdating phải là True hoặc False"));
        }
        boolean all = behaviour.now().allFields();
        return batch(body, Service.DOSSIERS, isUpdating.get(), item -> Item.full(item, all));
    }

    private Reply progress(JsonNode body) {
        return batch(body, Service.PROGRESS, false, Item::step);
    }

    private Reply batch(JsonNode body, String service, boolean isUpdating, Function<JsonNode, Item> reader) {
        JsonNode data = body.path("data");
        if (!data.isArray() || data.isEmpty()) {
            return only(Verdict.malformed("data phải là danh sách có ít nhất một phần tử"));
        }
        List<Item> items = new ArrayList<>(data.size());
        data.forEach(item -> items.add(reader.apply(item)));
        Behaviour now = behaviour.now();
        List<Verdict> verdicts = book.apply(items, service, isUpdating, now.batch());
        List<Verdict> bad =
                verdicts.stream().filter(verdict -> !verdict.good()).distinct().toList();
        Verdict over = switch (bad.size()) {
            case 0 -> Verdict.SUCCESS;
            case 1 -> bad.getFirst();
            default -> Verdict.SOME_REFUSED;
        };
        Answer answer = new Answer(over, now);
        return (now.batch() == Batch.PER_ITEM ? answer.results(items, verdicts) : answer.result(List.of())).reply();
    }

    private Reply lookUp(JsonNode body) {
        String number = ItemRules.text(body, body.has("mahoso") ? "mahoso" : "MaHoSo");
        if (number.isEmpty()) {
            return only(Verdict.malformed("thiếu mahoso"));
        }
        return list(book.lastFull(number)
                .map(last -> behaviour.now().rich() ? withSteps(last, number) : poor(last))
                .map(List::of)
                .orElseGet(List::of));
    }

    private ObjectNode withSteps(ObjectNode last, String number) {
        last.putArray("DanhSachTienDo").addAll(book.steps(number));
        return last;
    }

    private static ObjectNode poor(ObjectNode last) {
        ObjectNode poor = Json.object();
        poor.set("MaHoSo", last.get("MaHoSo"));
        poor.set("TrangThaiHoSo", last.get("TrangThaiHoSo"));
        DATES.stream().filter(last::has).forEach(date -> poor.set(date, last.get(date)));
        return poor;
    }

    private static Optional<Boolean> truth(JsonNode value) {
        return switch (value.asText("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Reply only(Verdict verdict) {
        return new Answer(verdict, behaviour.now()).result(List.of()).reply();
    }

    private Reply list(List<? extends JsonNode> entries) {
        return new Answer(Verdict.SUCCESS, behaviour.now()).result(entries).reply();
    }
}
