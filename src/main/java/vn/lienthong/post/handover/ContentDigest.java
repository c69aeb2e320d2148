package vn.lienthong.post.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.util.List;
import vn.lienthong.kernel.Sha256;

/** The digest of what a manifest says, the same however a sender spaces it and in whatever order it writes the names. */
final class ContentDigest {
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private ContentDigest() {}

    /** The value in one form. */
    static byte[] canonical(JsonNode value) {
        try {
            return SORTED.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A value that was read does not write", impossible);
        }
    }

    /** Over the head and the digest of each item, in order. */
    static byte[] of(byte[] head, List<byte[]> items) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Sha256.of(head));
        items.forEach(all::writeBytes);
        return Sha256.of(all.toByteArray());
    }
}
