package vn.lienthong.post.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.kernel.GatewayClock;

/** The national platform's feed of all events. Ids begin with the second they were made in, sixteen digits follow. */
record EventFeed(FeedProperties settings, GatewayClock clock) implements Feed {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String FIRST = "0".repeat(24);
    private static final Duration AHEAD = Duration.ofDays(1);

    @Override
    public String begin(String cursor) {
        if (cursor.isEmpty()) {
            return FIRST;
        }
        long second = Math.max(0, second(cursor) - settings.overlap().toSeconds());
        return "%08x".formatted(second) + "0".repeat(16);
    }

    @Override
    public Map<String, String> question(String customer, String place) {
        return Map.of("CustomerCode", customer, "pagesize", Integer.toString(settings.page()), "lastId", place);
    }

    @Override
    public Page read(byte[] bytes) throws IOException {
        return PageReader.read(bytes, "rh:doc", EventFeed::row);
    }

    /** An id from the future would make the feed skip what comes until then: it moves nothing. */
    @Override
    public Step after(String cursor, String place, List<FeedRow> rows) {
        long latest = clock.now().plus(AHEAD).getEpochSecond();
        String furthest = rows.stream()
                .map(FeedRow::id)
                .filter(id -> second(id) <= latest)
                .max(String::compareTo)
                .orElse(place);
        boolean further = furthest.compareTo(place) > 0;
        String now = further && furthest.compareTo(cursor) > 0 ? furthest : cursor;
        return new Step(now, further ? furthest : place, further);
    }

    private static Optional<FeedRow> row(JsonNode entry, int from, int to) {
        String id = entry.path("_id").path("$oid").asText();
        JsonNode time = entry.path("EventTime");
        String code = PageReader.text(entry.path("StatusCode"));
        if (!ID.matcher(id).matches() || !time.canConvertToLong() || code == null) {
            return Optional.empty();
        }
        return Optional.of(new FeedRow(
                id,
                PageReader.text(entry.path("OrderNumber")),
                Objects.requireNonNullElse(PageReader.text(entry.path("ItemCode")), ""),
                code,
                Instant.ofEpochMilli(time.asLong()),
                PageReader.text(entry.path("POSID")),
                PageReader.text(entry.path("Notes")),
                from,
                to));
    }

    private static long second(String id) {
        return Long.parseLong(id, 0, 8, 16);
    }
}
