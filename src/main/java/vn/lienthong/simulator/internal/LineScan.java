package vn.lienthong.simulator.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines, in big bites; a last line without its end is not given out. */
final class LineScan {
    private static final int BITE = 1 << 20;

    private final InputStream in;
    private byte[] bytes = new byte[2 * BITE];
    private int filled;
    private int start;
    private long before;

    LineScan(InputStream in) {
        this.in = in;
    }

    void run(LineFile.LineReader lines) throws IOException {
        int looked = 0;
        while (true) {
            while (looked < filled) {
                if (bytes[looked++] == '\n') {
                    byte[] line = Arrays.copyOfRange(bytes, start, looked - 1);
                    if (!lines.take(before + start, line)) {
                        return;
                    }
                    start = looked;
                }
            }
            makeRoom();
            looked = filled;
            int more = in.read(bytes, filled, bytes.length - filled);
            if (more < 0) {
                return;
            }
            filled += more;
        }
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, filled - start);
            before += start;
            filled -= start;
            start = 0;
        }
        if (bytes.length - filled < BITE) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
