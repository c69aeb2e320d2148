package vn.lienthong.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One kept connection with at most one call on it, reading no more of HTTP than this gateway's answers need. */
final class Connection {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long begun;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static Connection open(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** Sends a call; what does not fit into the socket's buffer goes out as room comes. */
    void send(byte[] call) throws IOException {
        in.clear();
        out = ByteBuffer.wrap(call);
        begun = System.nanoTime();
        write();
    }

    /** Reads what came; the status once the answer is whole, else 0. */
    int read() throws IOException {
        write();
        if (channel.read(in) < 0) {
            throw new EOFException("The gateway closed a connection");
        }
        int end = headEnd();
        if (end < 0 || in.position() < end + length(end)) {
            return 0;
        }
        return (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
    }

    /** Nanoseconds since the call was sent. */
    long age() {
        return System.nanoTime() - begun;
    }

    /** The answer as text, for a complaint. */
    String answer() {
        return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
    }

    private void write() throws IOException {
        while (out.hasRemaining() && channel.write(out) > 0) {
            // all of it, as a rule at once
        }
    }

    private int headEnd() {
        for (int i = 3; i < in.position(); i++) {
            if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            int matched = 0;
            while (matched < LENGTH.length && (in.get(i + matched) | 0x20) == (LENGTH[matched] | 0x20)) {
                matched++;
            }
            if (matched == LENGTH.length) {
                return number(i + matched);
            }
        }
        throw new IllegalStateException("An answer without Content-Length: " + answer());
    }

    private int number(int from) {
        int value = 0;
        for (int i = from; in.get(i) != '\r'; i++) {
            value = in.get(i) == ' ' ? value : value * 10 + in.get(i) - '0';
        }
        return value;
    }
}
