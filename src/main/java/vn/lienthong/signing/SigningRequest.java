package vn.lienthong.signing;

import java.util.List;

/**
 * What is to be signed, how and with whose key.
 *
 * @param key id of an entry below {@code lienthong.signing.keys}
 * @param contents one document, for a container one or more
 */
public record SigningRequest(String key, SignatureFormat format, SignatureLevel level, List<Content> contents) {
    /** One document. */
    public static SigningRequest of(String key, SignatureFormat format, SignatureLevel level, Content content) {
        return new SigningRequest(key, format, level, List.of(content));
    }
}
