package vn.lienthong.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets idle senders sleep until something of theirs was committed on this node; work of other nodes is found by polling.
 * Rung within a transaction it rings after the commit: before it there is nothing to see.
 */
@Component
class Wakeup {
    private final Map<Bell, Source> bells = new ConcurrentHashMap<>();

    /** A bell for the senders of a route, until it is {@linkplain #remove removed}. */
    Bell add(Source source) {
        Bell bell = new Bell();
        bells.put(bell, source);
        return bell;
    }

    /** Lets everybody go who waits for this bell. */
    void remove(Bell bell) {
        bells.remove(bell);
        bell.close();
    }

    /** How many routes draw at present. */
    int routes() {
        return bells.size();
    }

    /** How many routes have a sender that looks as soon as it rings. */
    int watched() {
        return (int) bells.keySet().stream().filter(Bell::isWatched).count();
    }

    /** Something of these kinds may go. */
    void ring(Collection<PartnerKind> kinds) {
        ring(source -> !source.ask() && kinds.contains(new PartnerKind(source.partner(), source.kind())));
    }

    /** Something may go, or be asked about, with this partner. */
    void ring(String partner) {
        ring(source -> source.partner().equals(partner));
    }

    /** Something may go, or be asked about, nobody knows what. */
    void ringAll() {
        ring(source -> true);
    }

    private void ring(Predicate<Source> concerned) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ringNow(concerned);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ringNow(concerned);
            }
        });
    }

    private void ringNow(Predicate<Source> concerned) {
        bells.forEach((bell, source) -> {
            if (concerned.test(source)) {
                bell.ring();
            }
        });
    }
}
