package vn.lienthong.post.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a page and where in its bytes each of them lies. */
final class PageReader {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(100_000)
                            .build())
                    .build())
            .build();

    private PageReader() {}

    /** Turns an entry into a row; empty for one that does not read. */
    interface Reader {
        Optional<FeedRow> read(JsonNode entry, int from, int to);
    }

    /** The entries of the list of this name, wherever it stands. A page without such a list is none. */
    static Feed.Page read(byte[] bytes, String list, Reader reader) throws IOException {
        // fails on what is no UTF-8: a page in an old encoding would be read with wrong letters
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        List<FeedRow> rows = new ArrayList<>();
        int unreadable = 0;
        boolean found = false;
        try (JsonParser parser = JSON.createParser(bytes)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.START_ARRAY || !list.equals(parser.currentName())) {
                    continue;
                }
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    JsonNode entry = JSON.readTree(parser);
                    Optional<FeedRow> row = reader.read(
                            entry, from, (int) parser.currentLocation().getByteOffset());
                    row.ifPresent(rows::add);
                    unreadable += row.isPresent() ? 0 : 1;
                }
            }
        }
        if (!found) {
            throw new IOException("no list " + list);
        }
        return new Feed.Page(rows, unreadable);
    }

    /** A text without characters that cannot be kept; null where there is none. */
    static @Nullable String text(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return text.isEmpty() || text.length() > 500 ? null : text.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
    }
}
