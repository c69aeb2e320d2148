package vn.lienthong.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/** Who sends slowly, or too much at a time. */
class UploadsTest {
    private static final byte[] BODY =
            "--f\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a\"\r\n\r\nabc\r\n--f--\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final AtomicLong nanos = new AtomicLong();
    private final Uploads uploads = new Uploads(
            new InspectionProperties(true, DataSize.ofMegabytes(1), 1, 10, Duration.ofSeconds(30)), new Clock(nanos));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private record Clock(AtomicLong nanos) implements GatewayClock {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Duration offset() {
            return Duration.ZERO;
        }

        @Override
        public long monotonicNanos() {
            return nanos.get();
        }
    }

    @AfterEach
    void letGo() {
        end.countDown();
    }

    @Test
    void letsOthersIn_whileOneDawdles_andHoldsThatOneToOneAtATime() throws Exception {
        Thread slow = Thread.ofVirtual().start(() -> uploads.with(request("203.0.113.1", this::dawdle), Dummy::length));
        begun.await();

        assertThat(uploads.with(request("203.0.113.2", null), Dummy::length)).isEqualTo(3);
        refused(429, request("203.0.113.1", null));
        end.countDown();
        slow.join();
        assertThat(uploads.with(request("203.0.113.1", null), Dummy::length)).isEqualTo(3);
    }

    @Test
    void cutsOff_whoSendsTooSlowly() {
        refused(
                400,
                request(
                        "203.0.113.1",
                        () -> nanos.addAndGet(Duration.ofSeconds(10).toNanos())));
        refused(
                400,
                request(
                        "203.0.113.1",
                        () -> nanos.addAndGet(Duration.ofSeconds(40).toNanos())));
        assertThat(uploads.with(request("203.0.113.1", null), Dummy::length)).isEqualTo(3);
    }

    @Test
    void givesEverythingBack_howeverItEnds() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> uploads.with(request("203.0.113.1", null), document -> {
                        throw new IllegalStateException("made up");
                    }))
                    .hasMessage("made up");
        }
        assertThat(uploads.with(request("203.0.113.1", null), Dummy::length)).isEqualTo(3);
    }

    private void refused(int status, MockHttpServletRequest request) {
        assertThatThrownBy(() -> uploads.with(request, Dummy::length))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(status));
    }

    private void dawdle() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Dummy {
        static int length(byte[] document) {
            return document.length;
        }
    }

    private static MockHttpServletRequest request(String address, @Nullable Runnable first) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/verify") {
            @Override
            public ServletInputStream getInputStream() {
                return new Body(new ByteArrayInputStream(BODY), first);
            }
        };
        request.setContentType("multipart/form-data; boundary=f");
        request.setRemoteAddr(address);
        return request;
    }

    private static final class Body extends ServletInputStream {
        private final InputStream bytes;
        private @Nullable Runnable first;

        private Body(InputStream bytes, @Nullable Runnable first) {
            this.bytes = bytes;
            this.first = first;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws java.io.IOException {
            if (first != null) {
                first.run();
                first = null;
            }
            return bytes.read(buffer, from, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
