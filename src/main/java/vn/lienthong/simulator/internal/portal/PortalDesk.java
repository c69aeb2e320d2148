package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reading;
import vn.lienthong.simulator.internal.Reply;

/** The portal's own control endpoints: what it was shown, and how it behaves. */
final class PortalDesk {
    private static final int PAGE = 1000;
    private static final int LONGEST_PAGE = 10_000;

    private final DossierBook book;
    private final BehaviourKnob behaviour;
    private final CatalogueKnob catalogue;

    PortalDesk(DossierBook book, BehaviourKnob behaviour, CatalogueKnob catalogue) {
        this.book = book;
        this.behaviour = behaviour;
        this.catalogue = catalogue;
    }

    Optional<Reply> answer(Call call, List<String> rest) {
        if (rest.size() == 2
                && rest.getFirst().equals("dossiers")
                && call.method().equals("GET")) {
            return Optional.of(history(rest.get(1)));
        }
        return switch (call.method() + " " + String.join("/", rest)) {
            case "GET dossiers" -> Optional.of(numbers(call));
            case "GET history" -> Optional.of(feed(call));
            case "GET behaviour" -> Optional.of(Reply.json(200, behaviour.now().write()));
            case "PUT behaviour" -> Optional.of(behave(call));
            case "GET catalogue" -> Optional.of(Reply.json(200, catalogue.now().write()));
            case "PUT catalogue" -> Optional.of(tell(call));
            default -> Optional.empty();
        };
    }

    private Reply behave(Call call) {
        return Reading.body(call, behaviour.now()::with).answer(set -> {
            behaviour.set(set);
            return Reply.json(200, set.write());
        });
    }

    private Reply tell(Call call) {
        return Reading.body(call, catalogue::read).answer(set -> {
            catalogue.set(set);
            return Reply.json(200, set.write());
        });
    }

    private Reply history(String number) {
        return book.history(number)
                .map(effects -> {
                    ObjectNode body = Json.object().put("MaHoSo", number);
                    body.putArray("history").addAll(effects);
                    return Reply.json(200, body);
                })
                .orElseGet(() -> Reply.refusal(404, "Không có hồ sơ này.", "There is no such dossier."));
    }

    private Reply numbers(Call call) {
        return limit(call, LONGEST_PAGE, limit -> {
            String after = call.query().getOrDefault("after", "");
            return book.numbers(after, limit)
                    .map(numbers -> {
                        ObjectNode body = Json.object();
                        ArrayNode items = body.putArray("items");
                        numbers.forEach(items::add);
                        body.put("next", numbers.size() < limit ? null : numbers.getLast());
                        return Reply.json(200, body.put("dossiers", book.size()));
                    })
                    .orElseGet(() ->
                            Reply.refusal(400, "“after” không phải hồ sơ đã có.", "'after' is no known dossier."));
        });
    }

    private Reply feed(Call call) {
        boolean full = Boolean.parseBoolean(call.query().get("full"));
        return number(call, "after", 0, 0, Integer.MAX_VALUE)
                .answer(after -> limit(call, full ? PAGE : LONGEST_PAGE, limit -> {
                    List<ObjectNode> effects = book.feed(after, limit, full);
                    ObjectNode body = Json.object();
                    body.putArray("items").addAll(effects);
                    if (effects.size() < limit) {
                        body.putNull("next");
                    } else {
                        body.set("next", effects.getLast().get("number"));
                    }
                    return Reply.json(200, body.put("effects", book.figures().effects()));
                }));
    }

    private static Reply limit(Call call, int most, IntFunction<Reply> page) {
        return number(call, "limit", PAGE, 1, most).answer(page::apply);
    }

    private static Reading<Integer> number(Call call, String name, int fallback, int least, int most) {
        String text = call.query().getOrDefault(name, Integer.toString(fallback));
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return new Reading.Fit<>(value);
            }
        }
        return new Reading.Unfit<>(
                "“" + name + "” phải là số nguyên từ " + least + " đến " + most + ".",
                "'" + name + "' must be a whole number from " + least + " to " + most + ".");
    }
}
