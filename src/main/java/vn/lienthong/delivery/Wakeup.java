package vn.lienthong.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets idle senders sleep until something was committed on this node; work of other nodes is found by polling. */
@Component
class Wakeup {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The count to pass to {@link #await}, read before looking for work so that no ring is missed. */
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something rang since {@code seen}, or {@code most} has passed. */
    void await(long seen, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (rings == seen && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
