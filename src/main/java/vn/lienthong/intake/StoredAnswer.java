package vn.lienthong.intake;

/** An answer as it was given the first time; {@code sameRequest} is false when the key came with another request. */
@SuppressWarnings("ArrayRecordComponent") // written out once, never compared
public record StoredAnswer(int status, byte[] body, boolean sameRequest) {}
