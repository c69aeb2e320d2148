package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** Where orders are taken and called off. */
final class Counter {
    private static final List<String> NEEDED = List.of(
            "CustomerCode",
            "OrderNumber",
            "SenderName",
            "SenderAddress",
            "SenderTel",
            "ReceiverName",
            "ReceiverAddress",
            "ReceiverTel");
    private static final List<String> NEEDED_IN_VIETNAMESE = List.of(
            "maKhachHang",
            "soDonHang",
            "tenNguoiGui",
            "diaChiNguoiGui",
            "dienThoaiNguoiGui",
            "tenNguoiNhan",
            "diaChiNguoiNhan",
            "dienThoaiNguoiNhan");

    private final Book book;
    private final Track track;
    private final Habits habits;
    private final Clock clock;

    Counter(Book book, Track track, Habits habits, Clock clock) {
        this.book = book;
        this.track = track;
        this.habits = habits;
        this.clock = clock;
    }

    /** The order of the national platform, and of the provincial one with or without a parcel number. */
    Reply order(Call call, boolean numbered, boolean words) {
        return Json.read(call.body())
                .map(body -> {
                    Answer answer = take(body, NEEDED, body.path("ItemCode").asText(""), numbered);
                    ObjectNode reply = Json.object();
                    if (words) {
                        reply.put("Status", Integer.toString(answer.code()));
                    } else {
                        reply.put("Status", answer.code());
                    }
                    return Reply.json(200, reply.put("Message", answer.message()));
                })
                .orElseGet(() -> Reply.json(400, Json.object().put("Message", "Dữ liệu không hợp lệ")));
    }

    /** The order of the post's own service. */
    Reply direct(Call call) {
        return Json.read(call.body())
                .map(body -> {
                    String item = body.path("maBuuGui").asText("");
                    Answer answer = take(body, NEEDED_IN_VIETNAMESE, item, false);
                    ObjectNode reply = Json.object();
                    reply.put("Status", answer.code() <= 101).put("Code", Integer.toString(answer.code()));
                    reply.put("Message", answer.message()).put("ItemCode", answer.item());
                    return Reply.json(200, reply);
                })
                .orElseGet(() -> Reply.json(400, Json.object().put("Message", "Dữ liệu không hợp lệ")));
    }

    private synchronized Answer take(JsonNode body, List<String> needed, String asked, boolean numbered) {
        Optional<String> missing = needed.stream()
                .filter(name -> body.path(name).asText("").isBlank())
                .findFirst();
        if (missing.isPresent()) {
            return new Answer(102, "Thiếu trường " + missing.get(), "");
        }
        String number = body.path(needed.get(1)).asText();
        Optional<Order> known = book.find(number);
        if (known.isPresent()) {
            book.countRepeat();
            return habits.now().repeats().equals("known")
                    ? new Answer(101, "Đơn hàng đã được tiếp nhận", known.get().item())
                    : new Answer(105, "Trùng số đơn hàng", "");
        }
        if (numbered && asked.isEmpty()) {
            return new Answer(102, "Thiếu trường ItemCode", "");
        }
        if (!asked.isEmpty() && book.holderOf(asked).isPresent()) {
            return new Answer(106, "Số hiệu bưu gửi đã dùng", "");
        }
        Order order = new Order(
                number,
                body.path(needed.getFirst()).asText(),
                asked.isEmpty() ? book.nextItem() : asked,
                clock.instant().toString(),
                false,
                body);
        book.write(order);
        track.happened(order, 1, "Đã tạo đơn", clock.instant(), "");
        return new Answer(100, "Thành công", order.item());
    }

    /** Calls an order off, as long as nothing but its registration has happened. */
    synchronized Reply cancel(Call call) {
        Optional<Order> found = book.find(call.query().getOrDefault("OrderNumber", ""))
                .filter(order -> order.customer().equals(call.query().get("CustomerCode")));
        if (found.isEmpty()) {
            return said(103, "Không có đơn hàng này");
        }
        Order order = found.get();
        if (order.cancelled()) {
            return said(101, "Đơn hàng đã hủy");
        }
        boolean underWay = !track.of(
                        "",
                        row -> row.path("order").asText().equals(order.number())
                                && row.path("code").asInt() > 1)
                .isEmpty();
        if (underWay) {
            return said(104, "Bưu gửi đã được nhận, không hủy được");
        }
        book.write(order.cancel());
        track.happened(order, 22, "Hủy", clock.instant(), "");
        return said(100, "Đã hủy");
    }

    private static Reply said(int code, String message) {
        return Reply.json(200, Json.object().put("Status", code).put("Message", message));
    }

    private record Answer(int code, String message, String item) {}
}
