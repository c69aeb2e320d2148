package vn.lienthong.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Tells first states of dossiers as fast as they are answered, or at a set rate, over kept connections with one call at a
 * time on each. A process of its own with one thread, so that it takes little of the machine it measures on. Prints one
 * line per phase: {@code calls seconds p50 p99 max}, times in microseconds.
 */
public final class LoadGenerator {
    private static final long SECOND = 1_000_000_000L;

    private final Selector selector;
    private final Calls calls;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();
    private long[] times = new long[1 << 16];
    private int count;

    private LoadGenerator(Calls calls, InetSocketAddress address, int connections) throws IOException {
        this.calls = calls;
        this.selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            all.add(Connection.open(address, selector));
        }
        idle.addAll(all);
    }

    /**
     * {@code address tokenFile bodyFile numberPrefix firstNumber connections rate seconds…}: rate 0 is as fast as answered;
     * each number of seconds is a phase.
     */
    public static void main(String[] arguments) throws IOException {
        URI gateway = URI.create(arguments[0]);
        Calls calls = new Calls(
                gateway.getAuthority(),
                Files.readString(Path.of(arguments[1])),
                Files.readAllBytes(Path.of(arguments[2])),
                arguments[3],
                Integer.parseInt(arguments[4]));
        InetSocketAddress address = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        LoadGenerator generator = new LoadGenerator(calls, address, Integer.parseInt(arguments[5]));
        int rate = Integer.parseInt(arguments[6]);
        for (int i = 7; i < arguments.length; i++) {
            generator.phase(rate, Integer.parseInt(arguments[i]) * SECOND);
        }
    }

    private void phase(int rate, long length) throws IOException {
        count = 0;
        long begin = System.nanoTime();
        long sent = 0;
        while (System.nanoTime() - begin < length) {
            long allowed = rate == 0 ? Long.MAX_VALUE : 1 + (System.nanoTime() - begin) * rate / SECOND;
            while (!idle.isEmpty() && sent < allowed) {
                idle.removeFirst().send(calls.next());
                sent++;
            }
            take(rate == 0 || idle.isEmpty() ? 100 : 1);
        }
        while (idle.size() < all.size()) {
            take(100);
        }
        report((System.nanoTime() - begin) / 1e9);
    }

    private void take(long patience) throws IOException {
        selector.select(patience);
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            int status = connection.read();
            if (status == 202) {
                note(connection.age());
                idle.addLast(connection);
            } else if (status != 0) {
                throw new IllegalStateException("Not accepted: " + connection.answer());
            }
        }
        selector.selectedKeys().clear();
    }

    private void note(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
    }

    private void report(double seconds) {
        Arrays.sort(times, 0, count);
        long longest = count == 0 ? 0 : times[count - 1];
        System.out.printf(
                Locale.ROOT, "%d %.3f %d %d %d%n", count, seconds, at(0.50) / 1000, at(0.99) / 1000, longest / 1000);
        System.out.flush();
    }

    private long at(double share) {
        return count == 0 ? 0 : times[(int) Math.min(count - 1, (long) (count * share))];
    }
}
