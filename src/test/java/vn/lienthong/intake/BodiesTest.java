package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

class BodiesTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final DataSize MOST = DataSize.ofMegabytes(4);

    @Test
    void reads_everyByte_ofSmallAndLarge() {
        for (int size : new int[] {0, 1, 32 * 1024, 32 * 1024 + 1, MEGABYTE, 3 * MEGABYTE}) {
            byte[] body = new byte[size];
            java.util.Arrays.fill(body, (byte) 7);
            assertThat(bodies().<byte[]>read(request(body), MOST, read -> read)).isEqualTo(body);
        }
    }

    @Test
    void refuses_aRepeat_whoseFirstIsStillBeingAnswered_andTellsWhenToCome() {
        Lock turn = new ReentrantLock();
        turn.lock();
        try {
            var repeat = CompletableFuture.runAsync(() -> RepeatedAnswers.take(turn, Duration.ofMillis(1)));
            assertThatThrownBy(repeat::join).cause().isInstanceOfSatisfying(ProblemException.class, busy -> {
                assertThat(busy.problem().code()).isEqualTo("IDEMPOTENCY-BUSY");
                assertThat(busy.retryAfter()).isPositive();
            });
        } finally {
            turn.unlock();
        }

        assertThat(RepeatedAnswers.take(turn, Duration.ofMillis(1))).isSameAs(turn);
    }

    @Test
    void refuses_whatIsTooLarge_announcedOrNot() {
        byte[] body = new byte[4 * MEGABYTE + 1];
        MockHttpServletRequest chunked = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        chunked.setContent(body);

        assertRefused(request(body), "REQUEST-TOO-LARGE");
        assertRefused(chunked, "REQUEST-TOO-LARGE");
    }

    @Test
    void lendsOnlyWhatItHas_andTakesItBack() {
        Bodies bodies = bodies();
        List<Integer> read = new ArrayList<>();

        bodies.read(request(new byte[2 * MEGABYTE]), MOST, outer -> {
            // the store holds five megabytes, three are lent
            read.add(bodies.read(request(new byte[MEGABYTE]), MOST, inner -> inner.length));
            read.add(bodies.read(request(new byte[1024]), MOST, inner -> inner.length));
            assertThatThrownBy(() -> bodies.read(request(new byte[3 * MEGABYTE]), MOST, inner -> 0))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(503));
            return 0;
        });

        assertThat(read).containsExactly(MEGABYTE, 1024);
        assertThat(bodies.<Integer>read(request(new byte[3 * MEGABYTE]), MOST, inner -> inner.length))
                .isPositive();
    }

    private static void assertRefused(MockHttpServletRequest request, String code) {
        assertThatThrownBy(() -> bodies().read(request, MOST, read -> 0))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        return request;
    }

    private static Bodies bodies() {
        return new Bodies(4 * MEGABYTE, 4 * MEGABYTE, Duration.ofMillis(50), new SettableClock());
    }
}
