package vn.lienthong.partner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.GatewayClock;

/** The connections to one partner. */
final class PartnerLine {
    private static final String TOO_LONG = "trả lời quá dài / answer longer than ";

    private final CloseableHttpClient client;
    private final GatewayClock clock;
    private final ScheduledExecutorService deadlines;

    PartnerLine(Partner partner, GatewayClock clock, ScheduledExecutorService deadlines) {
        this.client = LineSettings.client(partner);
        this.clock = clock;
        this.deadlines = deadlines;
    }

    WireAnswer post(WireRequest request) {
        HttpPost post = new HttpPost(request.to());
        request.headers().forEach(post::setHeader);
        DepartingBody body = new DepartingBody(request.body(), request.mayLeave());
        post.setEntity(body);
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadline(post, late, request.longest());
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, post, HttpClientContext.create());
            return read(response, post, late, request.most());
        } catch (IOException | RuntimeException failure) {
            String detail = late.get() ? "hết thời gian chờ / out of time" : failure.toString();
            return body.departed() ? new WireAnswer.Lost(detail) : new WireAnswer.NotLeft(detail, body.heldBack());
        } finally {
            deadline.cancel(false);
            Closer.closeQuietly(response); // a cut answer makes closing fail, too
        }
    }

    WireAnswer get(URI to, Map<String, String> headers, Duration longest, int most) {
        HttpGet get = new HttpGet(to);
        headers.forEach(get::setHeader);
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = deadline(get, late, longest);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, get, HttpClientContext.create());
            return read(response, get, late, most);
        } catch (IOException | RuntimeException failure) {
            return new WireAnswer.Lost(late.get() ? "hết thời gian chờ / out of time" : failure.toString());
        } finally {
            deadline.cancel(false);
            Closer.closeQuietly(response);
        }
    }

    private Future<?> deadline(HttpUriRequestBase call, AtomicBoolean late, Duration longest) {
        return deadlines.schedule(
                () -> {
                    late.set(true);
                    call.cancel();
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private WireAnswer read(ClassicHttpResponse response, HttpUriRequestBase post, AtomicBoolean late, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String broken = copy(response.getEntity(), bytes, most);
        if (broken == null) {
            return new WireAnswer.Answered(
                    response.getCode(),
                    RetryAfter.of(response.getFirstHeader("Retry-After"), clock.now()),
                    bytes.toByteArray());
        }
        post.cancel(); // so that closing does not wait for the rest
        return new WireAnswer.Broken(
                response.getCode(),
                bytes.toByteArray(),
                late.get() ? "hết thời gian chờ / out of time" : broken,
                broken.startsWith(TOO_LONG));
    }

    /** Copies the answer; what went wrong, or null. */
    private static @Nullable String copy(@Nullable HttpEntity entity, ByteArrayOutputStream bytes, int most) {
        if (entity == null) {
            return null;
        }
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (bytes.size() + count > most) {
                    return TOO_LONG + most + " bytes";
                }
                bytes.write(buffer, 0, count);
            }
            return null;
        } catch (IOException | RuntimeException cut) {
            return cut.toString();
        }
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
