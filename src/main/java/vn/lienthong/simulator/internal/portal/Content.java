package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;

/** By it two items count as identical, in whatever order their fields are, and a number be written as a string or not. */
final class Content {
    private final MessageDigest digest;

    private Content(MessageDigest digest) {
        this.digest = digest;
    }

    static long fingerprint(JsonNode item) {
        try {
            Content content = new Content(MessageDigest.getInstance("SHA-256"));
            content.add(item);
            return ByteBuffer.wrap(content.digest.digest()).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(JsonNode node) {
        if (node.isObject()) {
            String[] names = new String[node.size()];
            Iterator<String> each = node.fieldNames();
            Arrays.setAll(names, i -> each.next());
            Arrays.sort(names);
            digest.update((byte) '{');
            for (String name : names) {
                text(name);
                add(node.path(name));
            }
            digest.update((byte) '}');
        } else if (node.isArray()) {
            digest.update((byte) '[');
            node.forEach(this::add);
            digest.update((byte) ']');
        } else if (node.isNull()) {
            digest.update((byte) 'n');
        } else {
            text(node.asText());
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(5).put((byte) '"').putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
