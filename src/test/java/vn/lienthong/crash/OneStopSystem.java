package vn.lienthong.crash;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Reply;

/**
 * A careful caller: tells its open dossiers in turn at a steady rate, each telling only after the one before was
 * accepted, and repeats word for word what got no answer, at another node where there is one.
 */
final class OneStopSystem implements Runnable {
    private static final int OPEN_DOSSIERS = 8;
    private static final long REPEAT_AFTER = 150_000_000;

    private final List<Client> nodes;
    private final Ledger ledger;
    private final RandomGenerator random;
    private final long pause;
    private final Deque<Iterator<Telling>> open = new ArrayDeque<>();
    private int node;
    private volatile boolean stopping;

    OneStopSystem(List<Client> nodes, Ledger ledger, RandomGenerator random, double perSecond) {
        this.nodes = nodes;
        this.node = random.nextInt(nodes.size());
        this.ledger = ledger;
        this.random = random;
        this.pause = (long) (1_000_000_000 / perSecond);
    }

    /** Lets it finish the telling it is at. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        long next = System.nanoTime() + random.nextLong(pause);
        while (!stopping) {
            if (open.size() < OPEN_DOSSIERS) {
                open.addLast(Script.of(random));
            }
            Iterator<Telling> dossier = open.removeFirst();
            if (!tell(dossier.next())) {
                return;
            }
            if (dossier.hasNext()) {
                open.addLast(dossier);
            }
            // after an outage at the old rate again, not faster
            next = Math.max(next + pause, System.nanoTime());
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /** Tells until there is an answer; false when it is a refusal, which ends this caller. */
    private boolean tell(Telling telling) {
        while (true) {
            try {
                Reply reply = send(nodes.get(node), telling);
                if (reply.status() == 202) {
                    ledger.accepted(telling, reply.json().path("eventId").asText());
                    return true;
                }
                if (reply.status() != 503 && reply.status() != 429) {
                    ledger.complain(telling.mark() + " was refused: " + reply.status() + " " + reply.text());
                    return false;
                }
            } catch (UncheckedIOException unanswered) {
                ledger.unanswered();
            }
            node = (node + 1) % nodes.size();
            LockSupport.parkNanos(REPEAT_AFTER);
        }
    }

    /** Makes this call once. */
    static Reply send(Client client, Telling telling) {
        String[] headers = telling.key().isEmpty() ? new String[0] : new String[] {"Idempotency-Key", telling.key()};
        return telling.step()
                ? client.progress(telling.dossier(), telling.body(), headers)
                : client.put(telling.dossier(), telling.body(), headers);
    }
}
