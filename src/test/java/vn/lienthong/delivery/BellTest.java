package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ring sends one sender to look, whoever else waits, and none is missed. */
@Timeout(30)
class BellTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Bell bell = new Bell();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<Thread> senders = new ArrayList<>();

    @AfterEach
    void letGo() throws InterruptedException {
        bell.close();
        for (Thread sender : senders) {
            sender.join();
        }
    }

    @Test
    void wakesOneOfFour() {
        four(LONG);
        bell.ring();
        await().until(() -> looks.get() == 1 && waiting() == 3);
        assertThat(looks).hasValue(1);
    }

    @Test
    void sendsTheNext_whenItRingsAgainWhileTheFirstIsAway() {
        four(LONG);
        bell.ring();
        await().until(() -> looks.get() == 1);
        bell.ring();
        await().until(() -> looks.get() == 2 && waiting() == 2);
    }

    @Test
    void remembersARing_whenNobodyKeptWatch() throws InterruptedException {
        bell.ring();
        bell.await(LONG);
        assertThat(looks).hasValue(0);
    }

    @Test
    void looksByItself_oneAtATime_whenNothingRings() {
        four(Duration.ofMillis(50));
        await().until(() -> looks.get() == 4);
    }

    @Test
    void leavesARingToTheNext_whenTheOneOnWatchIsInterrupted() throws InterruptedException {
        four(LONG);
        bell.ring();
        // one of them is about to look, or has just looked: in both cases somebody looks
        senders.forEach(Thread::interrupt);
        for (Thread sender : senders) {
            sender.join();
        }
        if (looks.get() == 0) {
            bell.await(LONG);
        }
        assertThat(bell.isWatched()).isFalse();
    }

    @Test
    void keepsARing_whenNobodyMayWaitAnyLonger() throws InterruptedException {
        Thread sender = Thread.ofPlatform().start(() -> {
            try {
                bell.await(LONG);
                looks.incrementAndGet();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(bell::isWatched);
        sender.interrupt();
        sender.join();
        assertThat(bell.isWatched()).isFalse();
        bell.ring();
        bell.await(LONG);
        assertThat(looks).hasValue(0);
    }

    @Test
    void letsEverybodyGo_whenItIsClosed() throws InterruptedException {
        four(LONG);
        bell.close();
        for (Thread sender : senders) {
            sender.join();
        }
        bell.await(LONG); // who comes late does not wait either
        assertThat(bell.isClosed()).isTrue();
        assertThat(looks).hasValue(4);
    }

    /** Four senders that look once each; all wait when this returns. */
    private void four(Duration most) {
        for (int i = 0; i < 4; i++) {
            senders.add(Thread.ofPlatform().start(() -> {
                try {
                    bell.await(most);
                    looks.incrementAndGet();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        if (most == LONG) {
            await().until(() -> waiting() == 4);
        }
    }

    private long waiting() {
        return senders.stream()
                .filter(sender ->
                        sender.getState() == Thread.State.WAITING || sender.getState() == Thread.State.TIMED_WAITING)
                .count();
    }
}
