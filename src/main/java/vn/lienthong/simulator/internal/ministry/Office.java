package vn.lienthong.simulator.internal.ministry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** What this portal does for whoever calls; HTTP status 200 whatever the code says. */
final class Office {
    /** Well done. */
    static final String GOOD = "00";
    /** The session is over. */
    static final String SESSION_OVER = "11";

    private static final String EXISTS = "21";
    private static final String UNKNOWN = "22";
    private static final String MALFORMED = "31";
    private static final String NO_SERVICE = "99";

    private final Book book;
    private final Manner manner;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    Office(Book book, Manner manner) {
        this.book = book;
        this.manner = manner;
    }

    /** Any account with any password; the session it had before ends. */
    Reply signIn(JsonNode body) {
        String account = body.path("username").asText("");
        if (account.isEmpty()) {
            return answer(MALFORMED, "thiếu username");
        }
        String session = UUID.randomUUID().toString();
        sessions.put(account, session);
        ObjectNode answer = Json.object().put(manner.word("code"), GOOD);
        return Reply.json(200, answer.put(manner.word("session"), session));
    }

    boolean knows(JsonNode body) {
        return sessions.containsValue(body.path(manner.word("session")).asText(""));
    }

    void end(JsonNode body) {
        sessions.values().remove(body.path(manner.word("session")).asText(""));
    }

    String service(JsonNode body) {
        String name = body.path(manner.word("service")).asText("");
        return List.of("create", "update", "progress", "lookUp").stream()
                .filter(role -> manner.word(role).equals(name))
                .findFirst()
                .orElse("other");
    }

    Reply serve(JsonNode body) {
        return switch (service(body)) {
            case "create", "update", "progress" -> take(body);
            case "lookUp" -> tell(body.path(manner.word("asked")).asText(""));
            default -> answer(NO_SERVICE, "dịch vụ không được hỗ trợ");
        };
    }

    private Reply take(JsonNode body) {
        JsonNode data = body.has(manner.word("data")) ? body.path(manner.word("data")) : body;
        List<JsonNode> items = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(items::add);
        } else {
            items.add(data);
        }
        String name = body.path(manner.word("service")).asText("");
        for (JsonNode item : items) {
            String fault = fault(name, item);
            if (!fault.equals(GOOD)) {
                return answer(fault, "không ghi nhận");
            }
        }
        boolean step = name.equals(manner.word("progress"));
        items.forEach(item -> book.apply(number(item), name, step, item));
        return answer(GOOD, "đã ghi nhận");
    }

    private String fault(String service, JsonNode item) {
        String number = number(item);
        if (number.isEmpty()) {
            return MALFORMED;
        }
        boolean creates = service.equals(manner.word("create"));
        if (creates && manner.word("create").equals(manner.word("update"))) {
            return GOOD; // one service for both
        }
        return creates == book.knows(number) ? creates ? EXISTS : UNKNOWN : GOOD;
    }

    private Reply tell(String number) {
        ObjectNode answer = Json.object().put(manner.word("code"), GOOD).put(manner.word("message"), "");
        var result = answer.putArray(manner.word("result"));
        if (book.knows(number) && !manner.word("readBack").equals("nothing")) {
            ObjectNode shown = result.addObject();
            if (manner.word("readBack").equals("rich")) {
                book.items(number, false)
                        .getLast()
                        .properties()
                        .forEach(field -> shown.set(field.getKey(), field.getValue()));
                book.items(number, true).forEach(shown.putArray(manner.word("steps"))::add);
            }
            shown.put(manner.word("number"), number);
        }
        return Reply.json(200, answer);
    }

    private String number(JsonNode item) {
        return item.path(manner.word("number")).asText("");
    }

    Reply answer(String code, String words) {
        return Reply.json(200, Json.object().put(manner.word("code"), code).put(manner.word("message"), words));
    }
}
