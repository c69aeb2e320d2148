package vn.lienthong.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the senders of one route wait. One of them keeps watch: it is the only one that a ring wakes and the only one that
 * looks by itself when nothing rang for long, and when it leaves, the next takes the watch. If all looked at each ring,
 * most would find nothing, and each look costs the database as much as a claim of fifty.
 */
final class Bell {
    /** A claim costs the database the same for one delivery as for fifty: neighbours of the first get time to join it. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Condition post = lock.newCondition();
    private boolean watched;
    private boolean due;
    private boolean closed;

    /** There may be something to claim: whoever keeps watch now, or does so next, goes and looks. */
    void ring() {
        lock.lock();
        try {
            due = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody go, now and from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
            post.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether everybody was let go. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody keeps watch. */
    boolean isWatched() {
        lock.lock();
        try {
            return watched;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when the caller is to look for work: something rang, or it kept watch for {@code most}. Rings of before the
     * return count as seen; a later one finds the next on watch.
     */
    void await(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (watched && !closed) {
                post.await();
            }
            watched = true;
            try {
                watch(most);
                due = false; // not where it was interrupted: nobody looked for what rang then
            } finally {
                watched = false;
                post.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void watch(Duration most) throws InterruptedException {
        long left = most.toNanos();
        while (!due && !closed && left > 0) {
            left = rung.awaitNanos(left);
        }
        left = GATHERING.toNanos();
        while (due && !closed && left > 0) {
            left = rung.awaitNanos(left);
        }
    }
}
