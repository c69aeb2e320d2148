package vn.lienthong.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id under which a request is found again in logs, problems and the audit. Taken from the caller's
 * {@code traceparent} (W3C Trace Context) or {@code X-Request-Id} where these are well formed, else made here.
 */
public final class Trace {
    /** Name in the log's context and of the request attribute. */
    public static final String KEY = "traceId";

    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.{0,64}");
    /** Nothing that could break a log line or a header apart. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Trace() {}

    /** The id of this request; made on first use and then kept. */
    public static String id(HttpServletRequest request) {
        if (request.getAttribute(KEY) instanceof String known) {
            return known;
        }
        String id = given(request.getHeader("traceparent"), request.getHeader("X-Request-Id"));
        request.setAttribute(KEY, id);
        return id;
    }

    /** The id of the request this thread works for; null outside requests. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    static String given(@Nullable String traceparent, @Nullable String requestId) {
        if (traceparent != null) {
            Matcher parent = TRACEPARENT.matcher(traceparent);
            if (parent.matches() && !traceparent.startsWith("ff")) {
                return parent.group(1);
            }
        }
        if (requestId != null && REQUEST_ID.matcher(requestId).matches()) {
            return requestId;
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
