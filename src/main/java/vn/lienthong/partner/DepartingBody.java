package vn.lienthong.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body that asks before its first byte leaves and knows afterwards whether one may have. It leaves at most once. */
final class DepartingBody extends AbstractHttpEntity {
    private final byte[] bytes;
    private final BooleanSupplier mayLeave;
    private volatile boolean departed;
    private volatile boolean heldBack;

    DepartingBody(byte[] bytes, BooleanSupplier mayLeave) {
        super(ContentType.APPLICATION_JSON, null);
        this.bytes = bytes;
        this.mayLeave = mayLeave;
    }

    boolean departed() {
        return departed;
    }

    boolean heldBack() {
        return heldBack;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (departed) {
            throw new IOException("The body has left already");
        }
        if (!mayLeave.getAsBoolean()) {
            heldBack = true;
            throw new IOException("The lease is over, nothing may leave");
        }
        departed = true;
        out.write(bytes);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return bytes.length;
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
