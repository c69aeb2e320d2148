package vn.lienthong.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final Deadline deadline = new Deadline("test", 1, Duration.ofMillis(200));

    @Test
    void handsOnWhatComesInTime_andWhatFails() throws Exception {
        assertThat(deadline.within(() -> Thread.currentThread().isVirtual() ? "virtual" : "own"))
                .isEqualTo("own");
        assertThatThrownBy(() -> deadline.within(() -> {
                    throw new IllegalArgumentException("odd");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadline.within(() -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void leavesWhoOverrunsBehind_andGivesItsPlaceToNobody_untilItEnds() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> deadline.within(() -> {
                    while (end.getCount() > 0) {
                        Thread.onSpinWait(); // as a program that hears no interruption
                    }
                    return 1;
                }))
                .isInstanceOf(Deadline.Overrun.class);
        assertThat(deadline.leftBehind()).isEqualTo(1);
        assertThatThrownBy(() -> deadline.within(begun::incrementAndGet)).isInstanceOf(Deadline.Busy.class);
        end.countDown();

        await().untilAsserted(() -> assertThat(deadline.leftBehind()).isZero());
        assertThat(deadline.within(() -> "next")).isEqualTo("next");
        assertThat(begun).hasValue(0);
    }
}
