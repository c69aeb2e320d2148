package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.ControlInput;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;

/** The control endpoints of the post: see the orders, let something happen to a parcel, turn the feeds' knobs. */
final class PostDesk {
    private final Book book;
    private final Track track;
    private final Habits habits;
    private final Clock clock;

    PostDesk(Book book, Track track, Habits habits, Clock clock) {
        this.book = book;
        this.track = track;
        this.habits = habits;
        this.clock = clock;
    }

    Optional<Reply> answer(Call call, List<String> rest) {
        String place = call.method() + " " + rest.size() + " " + rest.getFirst();
        return switch (place) {
            case "GET 1 orders" -> Optional.of(orders());
            case "GET 2 orders" ->
                Optional.of(book.find(rest.get(1))
                        .map(order -> Reply.json(200, order.write()))
                        .orElseGet(PostDesk::unknown));
            case "POST 3 orders" -> Optional.of(happen(call, rest.get(1)));
            case "GET 1 behaviour" -> Optional.of(Reply.json(200, habits.now().write()));
            case "PUT 1 behaviour" ->
                Optional.of(Reading.body(call, habits::read).answer(habit -> {
                    habits.set(habit);
                    return Reply.json(200, habit.write());
                }));
            default -> Optional.empty();
        };
    }

    private Reply orders() {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("orders");
        book.all().forEach(order -> list.add(order.write()));
        return Reply.json(200, body);
    }

    private Reply happen(Call call, String number) {
        Optional<Order> order = book.find(number);
        if (order.isEmpty()) {
            return unknown();
        }
        return Reading.body(call, this::read).answer(wish -> {
            for (int i = 0; i < wish.times(); i++) {
                track.happened(order.get(), wish.code(), wish.words(), wish.at().plusSeconds(i), wish.notes());
            }
            return Reply.json(200, Json.object().put("happened", wish.times()));
        });
    }

    private Reading<Wish> read(JsonNode input) {
        ControlInput fields = new ControlInput(input, Set.of("code", "words", "at", "notes", "times"));
        int code = (int) fields.number("code", 14, 0, 9999);
        Instant at = clock.instant();
        String told = fields.text("at", "");
        if (!told.isEmpty()) {
            try {
                at = Instant.parse(told);
            } catch (java.time.DateTimeException unreadable) {
                fields.refuse("“at” phải là thời điểm ISO (Z).", "'at' must be an ISO instant (Z).");
            }
        }
        return fields.reading(
                new Wish(code, fields.text("words", "Trạng thái " + code), at, fields.text("notes", ""), (int)
                        fields.number("times", 1, 1, 100_000)));
    }

    private static Reply unknown() {
        return Reply.refusal(404, "Không có đơn hàng này.", "There is no such order.");
    }

    private record Wish(int code, String words, Instant at, String notes, int times) {}
}
