package vn.lienthong.portal.session;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Reason;

/**
 * Keeps the one session of each account. Whoever finds it over signs in again while holding the account's row, so that of
 * all threads and nodes that find the same session over one signs in and the others take what it got; a sign-in of each
 * would end the session of the one before.
 */
@Component
class SessionKeeper {
    private final SessionRepository sessions;
    private final TransactionTemplate transaction;
    private final Map<String, ReentrantLock> waiting = new ConcurrentHashMap<>();

    SessionKeeper(SessionRepository sessions, TransactionTemplate transaction) {
        this.sessions = sessions;
        this.transaction = transaction;
    }

    Optional<PartnerSession> current(String account) {
        return sessions.find(account);
    }

    /** A session newer than {@code failed}: one that somebody else opened since, or what {@code login} gives. */
    SignIn renew(String account, long failed, Duration longest, Supplier<SignInReply> login) {
        // one thread of this node at a time, so that the others wait without a database connection
        ReentrantLock lock = waiting.computeIfAbsent(account, key -> new ReentrantLock(true));
        try {
            if (!lock.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return busy("thread");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return busy("interrupted");
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> renewLocked(account, failed, longest, login)));
        } catch (PessimisticLockingFailureException | QueryTimeoutException | UncategorizedDataAccessException wait) {
            return busy("node");
        } finally {
            lock.unlock();
        }
    }

    private SignIn renewLocked(String account, long failed, Duration longest, Supplier<SignInReply> login) {
        Optional<PartnerSession> found = sessions.lock(account, Math.max(1, longest.toMillis()));
        if (found.isPresent() && found.get().generation() > failed) {
            return new SignIn.Open(found.get());
        }
        return switch (login.get()) {
            case SignInReply.Given given -> new SignIn.Open(sessions.save(account, given.session()));
            case SignInReply.Refused refused -> new SignIn.Closed(refused.outcome());
        };
    }

    private static SignIn busy(String who) {
        return new SignIn.Closed(new DeliveryOutcome.NotSent(
                Reason.OWN_TROUBLE, "đang chờ đăng nhập / waited for another sign-in (" + who + ")"));
    }
}
