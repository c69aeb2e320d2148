package vn.lienthong.partner;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One POST to a partner.
 *
 * @param to where
 * @param headers in addition to those of HTTP itself
 * @param body the exact bytes
 * @param longest after this the call ends, however slowly the answer drips
 * @param mayLeave asked just before the first byte of the body is written; false keeps everything here
 * @param most longest answer that is taken, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record WireRequest(
        URI to, Map<String, String> headers, byte[] body, Duration longest, BooleanSupplier mayLeave, int most) {
    private static final int USUAL_MOST = 16 << 20;

    /** One whose answer may be as long as usual. */
    public WireRequest(URI to, Map<String, String> headers, byte[] body, Duration longest, BooleanSupplier mayLeave) {
        this(to, headers, body, longest, mayLeave, USUAL_MOST);
    }
}
