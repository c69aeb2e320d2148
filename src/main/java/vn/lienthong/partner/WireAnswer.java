package vn.lienthong.partner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one request on the wire. Only here is known whether a byte of the body may have left. */
public sealed interface WireAnswer {
    /** No byte of the body left this process. {@code ours}: we held it back ourselves, the partner is not to blame. */
    record NotLeft(String detail, boolean ours) implements WireAnswer {}

    /** The body may have left, and no answer began to come. */
    record Lost(String detail) implements WireAnswer {}

    /** An answer began to come and did not end, or ({@code tooLong}) was longer than we take. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Broken(int status, byte[] bytes, String detail, boolean tooLong) implements WireAnswer {}

    /** A whole answer. {@code retryAfter} is the pause the partner asked for, if it did. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answered(int status, @Nullable Duration retryAfter, byte[] bytes) implements WireAnswer {
        /** Whether the status says success. */
        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }
}
