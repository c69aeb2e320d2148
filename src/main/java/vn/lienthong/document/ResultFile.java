package vn.lienthong.document;

import org.jspecify.annotations.Nullable;

/**
 * The version of a result that others may have now.
 *
 * @param sha256 its digest, in lower-case hexadecimal
 * @param bytes what it holds; null for one longer than was asked for. Not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its digest, nobody compares them
public record ResultFile(String mediaType, String sha256, long size, byte @Nullable [] bytes) {}
