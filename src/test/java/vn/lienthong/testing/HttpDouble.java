package vn.lienthong.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A partner on a real socket of this machine that answers as told, down to the single byte: whole, cut, dripping, reset.
 * Remembers every request that reached it whole.
 */
public final class HttpDouble implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What a request said. */
    public record Request(String path, String headers, String body) {}

    /** What the double does with a request. */
    @FunctionalInterface
    public interface Script {
        /** Answers this request, or does not. */
        void answer(Request request, Wire wire) throws IOException;
    }

    /** Listens on a free port. */
    public HttpDouble(Script script) {
        this.script = script;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** An address where nobody listens. */
    public static URI nobody() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Everything that came, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What came to this path. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                Request request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                script.answer(request, new Wire(socket));
            }
        } catch (IOException gone) {
            // the other side went away
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        String headers = head.toString(StandardCharsets.ISO_8859_1);
        int length = headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        byte[] body = in.readNBytes(length);
        return new Request(headers.split(" ")[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException ignored) {
            // gone
        }
    }

    /** The line back to the caller. */
    public static final class Wire {
        private final Socket socket;

        Wire(Socket socket) {
            this.socket = socket;
        }

        /** A whole answer with status 200. */
        public void json(String body) throws IOException {
            answer("200 OK", "", body.getBytes(StandardCharsets.UTF_8));
        }

        /** A whole answer; {@code headers} end with a line break each. */
        public void answer(String status, String headers, byte[] body) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        }

        /** Exactly these characters, then the end of the connection. */
        public void rawThenClose(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.close();
        }

        /** Breaks the connection so that the other side notices a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** One byte, a pause, one byte, without end. */
        public void dripForEver(long pauseMillis) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!socket.isClosed()) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000);
            }
        }

        /** A head that never ends: one byte, a pause, one byte. */
        public void dripHeadForEver(long pauseMillis) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (!socket.isClosed()) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000);
            }
        }

        /** Says nothing until the other side goes away. */
        public void silence() throws IOException {
            if (socket.getInputStream().read() < 0) {
                socket.close();
            }
        }
    }
}
