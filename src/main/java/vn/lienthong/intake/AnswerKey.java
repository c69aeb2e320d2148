package vn.lienthong.intake;

/** An Idempotency-Key of a client and the digest of the request that used it (method, path and body). */
@SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals where it matters
public record AnswerKey(String client, String key, byte[] request) {}
