package vn.lienthong.inbox.callback;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.inbox.FeedItem;
import vn.lienthong.inbox.Mailbox;
import vn.lienthong.inbox.callback.TurnRepository.Failed;
import vn.lienthong.inbox.callback.TurnRepository.Turn;

/** Writes down what a push came to, all of it or nothing, and only while the turn is still ours. */
@Component
class PushRecord {
    private static final Logger LOG = LoggerFactory.getLogger(PushRecord.class);
    private static final int MOST_DOUBLINGS = 20;

    private final TurnRepository turns;
    private final Mailbox mailbox;
    private final Audit audit;
    private final CallbackProperties settings;

    PushRecord(TurnRepository turns, Mailbox mailbox, Audit audit, CallbackProperties settings) {
        this.turns = turns;
        this.mailbox = mailbox;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * Writes it down.
     *
     * @return whether the next item may follow at once
     */
    @Transactional
    public boolean write(Turn turn, FeedItem item, Push push) {
        return switch (push.outcome()) {
            case RECEIVED -> received(turn, item, push);
            case GONE -> gone(turn, item, push);
            case ANSWERED, REDIRECTED, UNREACHABLE, NO_ANSWER, BROKEN, FORBIDDEN -> failed(turn, item, push);
            case NOT_SENT -> false;
        };
    }

    /** Lets this receiver wait as after any fault, because the push could not even be made. */
    @Transactional
    public void postpone(Turn turn) {
        turns.failed(turn, pause(turn.faults()));
        turns.giveBack(turn);
    }

    private boolean received(Turn turn, FeedItem item, Push push) {
        if (!turns.received(turn)) {
            return lost(turn);
        }
        mailbox.acknowledge(turn.address(), item.id(), "callback:" + turn.address());
        turns.note(turn.address(), item.id(), push);
        return true;
    }

    private boolean gone(Turn turn, FeedItem item, Push push) {
        if (turns.disable(turn, DisabledReason.GONE)) {
            turns.note(turn.address(), item.id(), push);
            tellDisabled(turn, DisabledReason.GONE);
        }
        return false;
    }

    private boolean failed(Turn turn, FeedItem item, Push push) {
        Optional<Failed> noted = turns.failed(turn, pause(turn.faults()));
        if (noted.isEmpty()) {
            return lost(turn);
        }
        turns.note(turn.address(), item.id(), push);
        if (noted.get().over() && turns.disable(turn, DisabledReason.EXHAUSTED)) {
            tellDisabled(turn, DisabledReason.EXHAUSTED);
        }
        return false;
    }

    private void tellDisabled(Turn turn, DisabledReason reason) {
        audit.record("gateway", "inbox.callback.disable", "inbox:" + turn.address(), reason.name(), Audit.Outcome.DONE);
        LOG.warn(
                "Thôi đẩy hộp thư {}: {} / the inbox {} is pushed no more: {}",
                turn.address(),
                reason.text().vi(),
                turn.address(),
                reason.text().en());
    }

    /** Doubles with each fault, and its upper half is drawn, so that receivers of one host do not all come back at once. */
    private Duration pause(int faults) {
        long grown = settings.retryFirst().toMillis() << Math.min(faults, MOST_DOUBLINGS);
        long ceiling = Math.max(1, Math.min(settings.retryMost().toMillis(), grown));
        return Duration.ofMillis(ceiling / 2 + RandomGenerator.getDefault().nextLong(ceiling / 2 + 1));
    }

    private static boolean lost(Turn turn) {
        LOG.info(
                "The push to {} is another node's or another address's by now; its outcome is dropped", turn.address());
        return false;
    }
}
