package vn.lienthong.post.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.kernel.GatewayClock;

/**
 * The post's own feed of attempts to hand over. Its places are row numbers, which shift when a row is lost or added: so the
 * cursor remembers the last row beside its number, and where that row is not found again the feed is read anew from its
 * beginning. What is read twice counts once.
 */
record AttemptFeed(FeedProperties settings) implements Feed {
    /** Codes of our own for what its flags say; they stand in the table of codes like the post's. */
    private static final String DELIVERED = "delivered";

    private static final String FAILED = "failed";
    private static final String BACK = "back";
    private static final String RETURNING = "returning";

    @Override
    public String begin(String cursor) {
        return Integer.toString(Math.max(0, count(cursor) - settings.overlapRows()));
    }

    @Override
    public Map<String, String> question(String customer, String place) {
        return Map.of("CustomerCode", customer, "fromRecord", place);
    }

    @Override
    public Page read(byte[] bytes) throws IOException {
        return PageReader.read(bytes, "Deliverys", AttemptFeed::row);
    }

    @Override
    public Step after(String cursor, String place, List<FeedRow> rows) {
        boolean first = place.equals(begin(cursor));
        if (first
                && !cursor.isEmpty()
                && rows.stream().noneMatch(row -> row.id().equals(anchor(cursor)))) {
            return new Step("", "0", true);
        }
        int distinct = (int) rows.stream().map(FeedRow::id).distinct().count();
        int end = Integer.parseInt(place) + distinct;
        // the newest row, also where a page comes turned round
        String now = rows.stream()
                .map(FeedRow::id)
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(newest -> end + ":" + newest)
                .orElse(cursor);
        return new Step(now, Integer.toString(end), rows.size() >= settings.fullPage());
    }

    private static int count(String cursor) {
        return cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(0, cursor.indexOf(':')));
    }

    private static String anchor(String cursor) {
        return cursor.substring(cursor.indexOf(':') + 1);
    }

    private static Optional<FeedRow> row(JsonNode entry, int from, int to) {
        String id = PageReader.text(entry.path("DeliveryID"));
        String item = PageReader.text(entry.path("ItemCode"));
        String time = PageReader.text(entry.path("DeliveryTime"));
        if (id == null
                || item == null
                || time == null
                || !entry.path("IsDeliverable").isBoolean()) {
            return Optional.empty();
        }
        try {
            Instant at = LocalDateTime.parse(time.replace(' ', 'T'))
                    .atZone(GatewayClock.ZONE)
                    .toInstant();
            String cause = PageReader.text(entry.path("CauseName"));
            return Optional.of(new FeedRow(
                    id,
                    null,
                    item,
                    code(entry),
                    at,
                    PageReader.text(entry.path("ToPOSCode")),
                    cause == null ? PageReader.text(entry.path("DeliveryNote")) : cause,
                    from,
                    to));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String code(JsonNode entry) {
        boolean back = entry.path("IsReturn").asBoolean();
        if (entry.path("IsDeliverable").asBoolean()) {
            return back ? BACK : DELIVERED;
        }
        return back ? RETURNING : FAILED;
    }
}
