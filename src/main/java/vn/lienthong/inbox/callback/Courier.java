package vn.lienthong.inbox.callback;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Lease;
import vn.lienthong.inbox.CloudEvents;
import vn.lienthong.inbox.FeedItem;
import vn.lienthong.kernel.GatewayClock;

/** Carries one item to a receiver: one request, one deadline for all of it, and of the answer only its status. */
@Component
class Courier implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** What is read of an answer at most, so that a receiver that says a few words is not cut off. */
    private static final int MOST_OF_ANSWER = 8192;

    private final CloseableHttpClient client;
    private final CallbackProperties settings;
    private final GatewayClock clock;
    private final ScheduledThreadPoolExecutor deadlines;

    Courier(CheckedResolver resolver, CallbackProperties settings, GatewayClock clock) {
        this.client = CallbackLine.client(settings, resolver);
        this.settings = settings;
        this.clock = clock;
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("inbox-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Pushes once; never throws for what the network does, and writes nothing once the lease is over. */
    Push push(String url, SigningSecret secret, FeedItem item, Lease lease) {
        long begin = clock.monotonicNanos();
        AtomicBoolean late = new AtomicBoolean();
        HttpPost post = request(url, secret, item, lease);
        Future<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                settings.connectTimeout().plus(settings.readTimeout()).toMillis(),
                TimeUnit.MILLISECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, post, HttpClientContext.create());
            int status = response.getCode();
            skim(response.getEntity());
            post.cancel(); // whatever else it has to say
            return new Push(judge(status), status, null, since(begin));
        } catch (IOException | RuntimeException failure) {
            LOG.debug("A push came to nothing", failure);
            PushOutcome outcome = late.get() ? PushOutcome.NO_ANSWER : judge(failure);
            return new Push(outcome, null, failure.getClass().getSimpleName(), since(begin));
        } finally {
            deadline.cancel(false);
            Closer.closeQuietly(response);
        }
    }

    private HttpPost request(String url, SigningSecret secret, FeedItem item, Lease lease) {
        byte[] body = CloudEvents.one(item);
        Instant now = clock.now();
        HttpPost post = new HttpPost(URI.create(url));
        post.setHeader("webhook-id", item.id().toString());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader("webhook-signature", secret.sign(item.id().toString(), now, body));
        post.setEntity(new EntityTemplate(
                body.length, ContentType.parse(CloudEvents.MEDIA_TYPE + "; charset=utf-8"), null, out -> {
                    if (!lease.holds()) {
                        throw new LeaseOver();
                    }
                    out.write(body);
                }));
        return post;
    }

    private static PushOutcome judge(int status) {
        if (status >= 200 && status < 300) {
            return PushOutcome.RECEIVED;
        }
        if (status == 410) {
            return PushOutcome.GONE;
        }
        return status >= 300 && status < 400 ? PushOutcome.REDIRECTED : PushOutcome.ANSWERED;
    }

    private static PushOutcome judge(Exception failure) {
        return switch (failure) {
            case LeaseOver over -> PushOutcome.NOT_SENT;
            case CheckedResolver.ForbiddenAddress forbidden -> PushOutcome.FORBIDDEN;
            case ConnectTimeoutException away -> PushOutcome.UNREACHABLE;
            case ConnectException away -> PushOutcome.UNREACHABLE;
            case NoRouteToHostException away -> PushOutcome.UNREACHABLE;
            case UnknownHostException nameless -> PushOutcome.UNREACHABLE;
            case SocketTimeoutException silent -> PushOutcome.NO_ANSWER;
            default -> PushOutcome.BROKEN;
        };
    }

    /** Lets the receiver say a few words. What goes wrong with them changes nothing. */
    private static void skim(@Nullable HttpEntity entity) {
        if (entity == null) {
            return;
        }
        try (InputStream in = entity.getContent()) {
            in.readNBytes(MOST_OF_ANSWER);
        } catch (IOException | RuntimeException cut) {
            LOG.debug("An answer was not read to its end", cut);
        }
    }

    private Duration since(long begin) {
        return Duration.ofNanos(clock.monotonicNanos() - begin);
    }

    @Override
    public void destroy() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** The time to write was over before the connection stood. */
    private static final class LeaseOver extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
