package vn.lienthong.document.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A file as it comes from a bucket. When the connection breaks, or was given up while our reader took its time, the rest is
 * asked for, of the very same version.
 */
final class ResumedRead extends InputStream {
    private static final long WORTH_ANOTHER = 1 << 20;

    private final long length;
    private final String tag;
    private final int resumptions;
    private final Rest rest;
    private ResponseInputStream<GetObjectResponse> in;
    private int left;
    private long at;
    private long resumedAt;

    /** Asks for what comes after so many bytes of the version with this tag. */
    @FunctionalInterface
    interface Rest {
        ResponseInputStream<GetObjectResponse> from(long from, String tag) throws IOException;
    }

    ResumedRead(ResponseInputStream<GetObjectResponse> whole, int resumptions, Rest rest) throws DepotTrouble {
        FaultReader.genuine(whole.response());
        Long told = whole.response().contentLength();
        String version = whole.response().eTag();
        if (told == null || version == null) {
            whole.abort();
            throw new DepotTrouble(Fault.GARBAGE, null);
        }
        this.length = told;
        this.tag = version;
        this.in = whole;
        this.resumptions = resumptions;
        this.left = resumptions;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (at == length || most == 0) {
            return at == length ? -1 : 0;
        }
        while (true) {
            try {
                int read = in.read(into, from, most);
                if (read < 0) {
                    throw new EOFException("the store ended the file after " + at + " of " + length + " bytes");
                }
                at += read;
                return read;
            } catch (IOException broken) {
                resume(broken);
            }
        }
    }

    private void resume(IOException broken) throws IOException {
        in.abort();
        if (at - resumedAt >= WORTH_ANOTHER) {
            left = resumptions;
        }
        if (left-- <= 0) {
            throw new DepotTrouble(FaultReader.read(broken), broken);
        }
        in = rest.from(at, tag);
        resumedAt = at;
        String range = in.response().contentRange();
        if (range == null || !range.startsWith("bytes " + at + "-")) {
            throw new DepotTrouble(Fault.GARBAGE, broken);
        }
    }

    @Override
    public void close() throws IOException {
        if (at == length) {
            in.close();
        } else {
            // the rest would be read to its end otherwise
            in.abort();
        }
    }
}
