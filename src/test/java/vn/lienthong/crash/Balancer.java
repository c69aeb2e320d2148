package vn.lienthong.crash;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.lienthong.testing.Client;

/** What stands before the nodes: asks each often whether it takes calls, and sends calls only to those that said so. */
final class Balancer implements AutoCloseable {
    private static final long BETWEEN_LOOKS = 100_000_000;

    private final List<Client> nodes;
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread watch;
    private volatile List<Client> ready;
    private volatile boolean closing;

    Balancer(List<Client> nodes) {
        this.nodes = nodes;
        this.ready = nodes;
        this.watch = Thread.ofVirtual().name("balancer").start(this::look);
    }

    /** Where the next call goes. */
    Client next() {
        List<Client> now = ready;
        if (now.isEmpty()) {
            throw new IllegalStateException("no node is ready");
        }
        return now.get(Math.floorMod(calls.getAndIncrement(), now.size()));
    }

    /** How many nodes get calls. */
    int ready() {
        return ready.size();
    }

    private void look() {
        while (!closing) {
            ready = nodes.stream().filter(Balancer::isReady).toList();
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private static boolean isReady(Client node) {
        try {
            return node.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            watch.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
