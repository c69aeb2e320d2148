package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.simulator.internal.Json;

/** The lines of one call, put together so that they reach the file in one piece. */
final class Group {
    private static final byte[] BEFORE_ITEM = (",\"" + Effect.ITEM + "\":").getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    /** Adds a line: the head, and the item as its last field. */
    void line(ObjectNode head, byte @Nullable [] item) {
        byte[] json = Json.bytes(head);
        lines.write(json, 0, json.length - 1);
        if (item != null) {
            lines.writeBytes(BEFORE_ITEM);
            lines.writeBytes(item);
        }
        lines.write('}');
        lines.write('\n');
        starts.add(lines.size());
    }

    byte[] bytes() {
        return lines.toByteArray();
    }

    /** Where the line of this index begins. */
    int start(int index) {
        return starts.get(index);
    }

    /** How long the line of this index is, without its end. */
    int length(int index) {
        return starts.get(index + 1) - starts.get(index) - 1;
    }
}
