package vn.lienthong.inbox.callback;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.delivery.Lease;
import vn.lienthong.inbox.FeedItem;
import vn.lienthong.inbox.Mailbox;
import vn.lienthong.inbox.callback.TurnRepository.Turn;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/**
 * Pushes what waits: one item after the other to each receiver, several receivers at a time. A receiver that does not
 * answer holds up nobody but itself. What was received but not written down, because this process died in between, is
 * pushed again under the same id.
 */
@Component
class Pusher implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    /** After so many the others get their chance. */
    private static final int IN_A_ROW = 100;
    /** And after so long, where a receiver answers slowly. */
    private static final Duration AT_A_STRETCH = Duration.ofSeconds(30);

    private final TurnRepository turns;
    private final PushRecord record;
    private final Mailbox mailbox;
    private final Courier courier;
    private final CallbackProperties settings;
    private final GatewayClock clock;
    private final MeterRegistry registry;
    private final Semaphore free;
    private volatile boolean stopped;

    Pusher(
            TurnRepository turns,
            PushRecord record,
            Mailbox mailbox,
            Courier courier,
            CallbackProperties settings,
            GatewayClock clock,
            MeterRegistry registry) {
        this.turns = turns;
        this.record = record;
        this.mailbox = mailbox;
        this.courier = courier;
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
        this.free = new Semaphore(settings.atOnce());
    }

    @Scheduled(fixedDelay = 500)
    void run() {
        try {
            look();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Nothing is pushed now and will be; others tell loudly that the database is away", away);
        }
    }

    /** Takes turns for as many receivers as this node has room for, and pushes to each on its own thread. */
    void look() {
        int room = free.availablePermits();
        if (stopped || room == 0) {
            return;
        }
        for (Turn turn : turns.take(Ids.next(), room)) {
            free.acquireUninterruptibly(); // there is room: only this thread takes it
            Thread.ofVirtual().name("inbox-push-" + turn.address()).start(() -> {
                try {
                    push(turn);
                } finally {
                    free.release();
                }
            });
        }
    }

    private void push(Turn turn) {
        try {
            Instant end = clock.now().plus(AT_A_STRETCH);
            int pushed = 0;
            while (!stopped && pushed < IN_A_ROW && clock.now().isBefore(end) && pushNext(turn)) {
                pushed++;
            }
            turns.giveBack(turn);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("What the push to {} came to is not written down; it is pushed again", turn.address(), away);
        } catch (RuntimeException defect) {
            LOG.error(
                    "Không đẩy được hộp thư {}: lỗi bên trong / the inbox {} cannot be pushed: internal fault",
                    turn.address(),
                    turn.address(),
                    defect);
            record.postpone(turn); // tried again at once it would fail again at once
        }
    }

    /** Pushes what waits first; whether more may follow at once. */
    private boolean pushNext(Turn turn) {
        // counted from before the database's own, so that it ends no later
        Lease lease = Lease.starting(clock, turn.token(), settings.leaseLength());
        if (!turns.keep(turn)) {
            return false;
        }
        Optional<FeedItem> item = mailbox.first(turn.address());
        if (item.isEmpty()) {
            return false;
        }
        Push push = courier.push(turn.url(), turns.secret(turn), item.get(), lease);
        registry.counter("lienthong.inbox.pushes", "outcome", push.outcome().name())
                .increment();
        return record.write(turn, item.get(), push);
    }

    /** What is on its way may end; nothing more begins. */
    @Override
    public void destroy() {
        stopped = true;
    }
}
