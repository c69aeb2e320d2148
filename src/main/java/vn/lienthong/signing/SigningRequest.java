package vn.lienthong.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be signed, how and with whose key.
 *
 * @param key id of an entry below {@code lienthong.signing.keys}
 * @param contents one document, for a container one or more
 * @param visible what people see of it on the last page of a PDF; none: nothing
 */
public record SigningRequest(
        String key,
        SignatureFormat format,
        SignatureLevel level,
        List<Content> contents,
        @Nullable VisibleBlock visible) {
    /** One document. */
    public static SigningRequest of(String key, SignatureFormat format, SignatureLevel level, Content content) {
        return new SigningRequest(key, format, level, List.of(content), null);
    }

    /** The same, to be seen. */
    public SigningRequest seenAs(@Nullable VisibleBlock block) {
        return new SigningRequest(key, format, level, contents, block);
    }
}
