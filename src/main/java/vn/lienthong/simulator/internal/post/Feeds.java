package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** The two feeds: of all events, by the last id seen; of attempts to hand over, by row number. */
final class Feeds {
    private static final int MOST_ROWS = 20_000;
    private static final int HANDED_OVER = 14;
    private static final int FAILED = 15;
    private static final int BACK = 19;

    private final Track track;
    private final Habits habits;
    private volatile List<ObjectNode> lastPage = List.of();

    Feeds(Track track, Habits habits) {
        this.track = track;
        this.habits = habits;
    }

    Reply events(Call call) {
        Map<String, String> asked = call.query();
        String last = asked.getOrDefault("lastId", "");
        int size = number(asked.get("pagesize"), 100, 1);
        List<ObjectNode> rows = track.of(
                asked.getOrDefault("CustomerCode", ""),
                row -> row.path("id").asText().compareTo(last) > 0);
        List<ObjectNode> page = page(rows, Math.min(size, MOST_ROWS));
        ObjectNode body = Json.object();
        body.put("_size", size).put("_total_pages", (rows.size() + size - 1) / size);
        body.put("_returned", page.size());
        ArrayNode list = body.putObject("_embedded").putArray("rh:doc");
        page.forEach(row -> list.add(event(row)));
        return Reply.json(200, body);
    }

    Reply attempts(Call call) {
        int from = number(call.query().get("fromRecord"), 0, 0);
        int to = number(call.query().get("toRecord"), Integer.MAX_VALUE, 0);
        List<ObjectNode> rows = track.of(
                call.query().getOrDefault("CustomerCode", ""),
                row -> List.of(HANDED_OVER, FAILED, BACK)
                        .contains(row.path("code").asInt()));
        int first = Math.min(rows.size(), habits.now().skipped() + from);
        int most = (int) Math.min(MOST_ROWS, (long) to - from);
        List<ObjectNode> page = page(rows.subList(first, rows.size()), Math.max(0, most));
        ObjectNode body = Json.object().put("TotalRecord", page.size());
        ArrayNode list = body.putArray("Deliverys");
        page.forEach(row -> list.add(attempt(row)));
        return Reply.json(200, body);
    }

    private List<ObjectNode> page(List<ObjectNode> rows, int most) {
        List<ObjectNode> page = new ArrayList<>(rows.subList(0, Math.min(most, rows.size())));
        switch (habits.now().page()) {
            case "shortened" -> page = page.subList(0, (page.size() + 1) / 2);
            case "reordered" -> Collections.reverse(page);
            case "repeated" -> {
                List<ObjectNode> again = new ArrayList<>(lastPage);
                lastPage = List.copyOf(page);
                again.addAll(page);
                return again.subList(0, Math.min(most, again.size()));
            }
            default -> {}
        }
        lastPage = List.copyOf(page);
        return page;
    }

    private static ObjectNode event(ObjectNode row) {
        ObjectNode event = Json.object();
        event.putObject("_id").put("$oid", row.path("id").asText());
        event.put("CustomerCode", row.path("customer").asText());
        event.put("OrderNumber", row.path("order").asText());
        event.put("EventTime", row.path("at").asLong()).put("POSID", "630000");
        event.put("ItemCode", row.path("item").asText());
        event.put("StatusCode", row.path("code").asText());
        event.put("StatusMessage", row.path("words").asText());
        return event.put("Notes", row.path("notes").asText());
    }

    private static ObjectNode attempt(ObjectNode row) {
        int code = row.path("code").asInt();
        long at = row.path("at").asLong();
        ObjectNode attempt = Json.object();
        attempt.put("DeliveryID", Long.parseLong(row.path("id").asText().substring(8), 16));
        attempt.put("ItemCode", row.path("item").asText());
        attempt.put("CustomerCode", row.path("customer").asText());
        attempt.put("AcceptancePOSCode", "630000").put("ToPOSCode", "631200");
        attempt.put("DeliveryTime", Track.local(at)).put("DeliveryTimes", 1);
        String known = Track.local(row.path("known").asLong());
        attempt.put("InputTime", known).put("CreateTime", known).put("LastUpdateTime", known);
        attempt.put("IsDeliverable", code != FAILED).put("IsReturn", code == BACK);
        attempt.put("DeliveryNote", row.path("notes").asText());
        return attempt.put("CauseName", code == FAILED ? row.path("words").asText() : "");
    }

    private static int number(@Nullable String text, int otherwise, int least) {
        return text != null && text.matches("[0-9]{1,9}") ? Math.max(least, Integer.parseInt(text)) : otherwise;
    }
}
