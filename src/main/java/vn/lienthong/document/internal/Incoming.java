package vn.lienthong.document.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file on its way in. Closing it before it is published leaves nothing of it. */
public interface Incoming extends Closeable {
    /** Takes what the file holds, in order; closing that stream publishes nothing. */
    OutputStream body();

    /** Makes the file durable, then seen; on return it is there. */
    void publish() throws IOException;

    @Override
    void close();
}
