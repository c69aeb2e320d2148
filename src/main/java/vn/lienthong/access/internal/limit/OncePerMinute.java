package vn.lienthong.access.internal.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says yes once in a minute, to one of all threads that ask: for lines that a flood must not multiply. */
final class OncePerMinute {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final AtomicLong next;

    OncePerMinute(LongSupplier nanos) {
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
    }

    boolean now() {
        long time = nanos.getAsLong();
        long due = next.get();
        return time - due >= 0 && next.compareAndSet(due, time + MINUTE);
    }
}
