package vn.lienthong.signing;

/**
 * A file by its name and exact bytes.
 *
 * @param name as it stands in a container and in findings
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Content(String name, byte[] bytes) {}
