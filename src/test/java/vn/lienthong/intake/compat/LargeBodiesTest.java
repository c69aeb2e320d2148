package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;

class LargeBodiesTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void reads_everyByte_ofSmallAndLarge() {
        for (int size : new int[] {0, 1, 32 * 1024, 32 * 1024 + 1, MEGABYTE, 3 * MEGABYTE}) {
            byte[] body = new byte[size];
            java.util.Arrays.fill(body, (byte) 7);
            assertThat(bodies().<byte[]>read(request(body), read -> read)).isEqualTo(body);
        }
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
        LargeBodies bodies = bodies();
        List<Integer> read = new ArrayList<>();

        bodies.read(request(new byte[2 * MEGABYTE]), outer -> {
            // the store holds five megabytes, three are lent
            read.add(bodies.read(request(new byte[MEGABYTE]), inner -> inner.length));
            read.add(bodies.read(request(new byte[1024]), inner -> inner.length));
            assertThatThrownBy(() -> bodies.read(request(new byte[3 * MEGABYTE]), inner -> 0))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(CompatCode.of(refused.problem())).isEqualTo(CompatCode.LATER));
            return 0;
        });

        assertThat(read).containsExactly(MEGABYTE, 1024);
        assertThat(bodies.<Integer>read(request(new byte[3 * MEGABYTE]), inner -> inner.length))
                .isPositive();
    }

    private static void assertRefused(MockHttpServletRequest request, String code) {
        assertThatThrownBy(() -> bodies().read(request, read -> 0))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        return request;
    }

    private static LargeBodies bodies() {
        return new LargeBodies(4 * MEGABYTE, 4 * MEGABYTE, Duration.ofMillis(50), new SettableClock());
    }
}
