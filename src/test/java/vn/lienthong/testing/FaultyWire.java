package vn.lienthong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to a server that passes bytes on as they are, and can cut, change, hold or lose them. */
public final class FaultyWire implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final URI target;
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong untilCutUp = new AtomicLong(NEVER);
    private final AtomicLong untilCutDown = new AtomicLong(NEVER);
    private final AtomicLong untilFlip = new AtomicLong(NEVER);
    private final AtomicReference<String> lost = new AtomicReference<>("");
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile long mostDown = NEVER;
    private volatile boolean away;
    private volatile boolean silent;

    /** To this server. */
    public FaultyWire(URI target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it begins. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Cuts once, after so many more bytes towards the server. */
    public void cutAfterSending(long bytes) {
        untilCutUp.set(bytes);
    }

    /** Cuts once, after so many more bytes from the server. */
    public void cutAfterReceiving(long bytes) {
        untilCutDown.set(bytes);
    }

    /** Cuts each connection from now on, after so many bytes from the server. */
    public void cutEachAfterReceiving(long bytes) {
        mostDown = bytes;
    }

    /** Changes one byte, the one after so many more towards the server. */
    public void changeAfterSending(long bytes) {
        untilFlip.set(bytes);
    }

    /** Passes the next request on that begins so, and loses its answer with the connection. */
    public void loseAnswerTo(String begins) {
        lost.set(begins);
    }

    /** Breaks every connection at once, until it is back. */
    public void away(boolean now) {
        away = now;
        if (now) {
            open.forEach(FaultyWire::end);
        }
    }

    /** Takes everything and passes nothing on. */
    public void silent(boolean now) {
        silent = now;
    }

    /** How often it was cut. */
    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (away) {
                    end(near);
                    continue;
                }
                Socket far = new Socket(target.getHost(), target.getPort());
                open.addAll(List.of(near, far));
                AtomicReference<Boolean> losing = new AtomicReference<>(false);
                Thread.ofVirtual().start(() -> up(near, far, losing));
                Thread.ofVirtual().start(() -> down(near, far, losing));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void up(Socket near, Socket far, AtomicReference<Boolean> losing) {
        pass(near, far, (bytes, length) -> {
            String wanted = lost.get();
            if (!wanted.isEmpty() && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).startsWith(wanted)) {
                lost.set("");
                losing.set(true);
            }
            long flip = untilFlip.get();
            if (flip != NEVER && untilFlip.addAndGet(-length) < 0) {
                bytes[(int) flip] ^= 1;
                untilFlip.set(NEVER);
            }
            return isOver(untilCutUp, length);
        });
    }

    private void down(Socket near, Socket far, AtomicReference<Boolean> losing) {
        AtomicLong received = new AtomicLong();
        pass(
                far,
                near,
                (bytes, length) ->
                        losing.get() || received.addAndGet(length) > mostDown || isOver(untilCutDown, length));
    }

    private static boolean isOver(AtomicLong until, int length) {
        if (until.get() != NEVER && until.addAndGet(-length) < 0) {
            until.set(NEVER);
            return true;
        }
        return false;
    }

    private void pass(Socket from, Socket to, Cut cut) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (silent) {
                    continue;
                }
                if (cut.here(buffer, read)) {
                    cuts.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            // one side went away
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException gone) {
            // it is closed
        }
        open.forEach(FaultyWire::end);
    }

    private interface Cut {
        boolean here(byte[] bytes, int length);
    }
}
