package vn.lienthong.document;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.DepotTrouble;
import vn.lienthong.document.internal.Fault;
import vn.lienthong.document.internal.Incoming;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.Sha256;

/**
 * Keeps files under the digest of what they hold, encrypted before they leave for where they lie. A file is there whole or
 * not at all, and survives a power cut from the moment {@link #put} has returned.
 */
@Component
class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final Depot depot;
    private final FileCipher cipher;
    private final DocumentProperties settings;

    FileStore(Depot depot, FileCipher cipher, DocumentProperties settings) {
        this.depot = depot;
        this.cipher = cipher;
        this.settings = settings;
    }

    /** Takes in what comes from there; refuses it, leaving nothing behind, when its digest is another. Its size. */
    long put(Sha256Name name, MeasuredStream in) {
        if (isThere(name)) {
            in.drain(name);
            return in.size();
        }
        try (Incoming incoming = depot.begin(name)) {
            try (OutputStream out = cipher.sealing(new WatchedRoom(incoming.body()), name)) {
                in.copyTo(out);
            }
            in.require(name);
            incoming.publish();
            return in.size();
        } catch (IOException trouble) {
            throw away("Không ghi được kho tệp / the store of files cannot be written", trouble);
        }
    }

    /** Takes in these bytes. */
    Sha256Name put(byte[] bytes) {
        Sha256Name name = Sha256Name.of(Sha256.of(bytes));
        put(name, MeasuredStream.of(new ByteArrayInputStream(bytes)));
        return name;
    }

    /** What a file holds; empty when it is not there. */
    Optional<InputStream> open(Sha256Name name) {
        try {
            Optional<InputStream> sealed = depot.open(name);
            return sealed.isEmpty() ? Optional.empty() : Optional.of(cipher.opening(sealed.get(), name));
        } catch (IOException trouble) {
            throw away("Không đọc được kho tệp / the store of files cannot be read", trouble);
        }
    }

    /** All of a file; for those that are small enough to be signed. */
    byte[] read(Sha256Name name) {
        try (InputStream in = open(name).orElseThrow(FileProblems::unreachable)) {
            return in.readAllBytes();
        } catch (IOException trouble) {
            LOG.error("Tệp {} không đọc được / a file cannot be read", name.hex(), trouble);
            throw FileProblems.unreachable();
        }
    }

    boolean isThere(Sha256Name name) {
        try {
            return depot.isThere(name);
        } catch (IOException trouble) {
            throw away("Không đọc được kho tệp / the store of files cannot be read", trouble);
        }
    }

    /** Whether this much can come in without filling the disk. */
    boolean roomFor(long bytes) {
        try {
            return depot.free() - Math.max(0, bytes) >= settings.leastDisk().toBytes();
        } catch (IOException unknown) {
            LOG.error("Không đo được dung lượng đĩa của kho tệp / free disk of the files is unknown", unknown);
            return false;
        }
    }

    private ProblemException away(String what, IOException trouble) {
        if (trouble instanceof DepotTrouble known) {
            // the cause is told apart: where in our code it showed says nothing more
            LOG.error("{}: {}", what, known.fault().about(depot.where()).both());
            return known.fault() == Fault.FULL ? FileProblems.diskLow() : FileProblems.unreachable();
        }
        LOG.error("{}", what, trouble);
        return roomFor(0) ? FileProblems.unreachable() : FileProblems.diskLow();
    }

    /** Looks at the disk again as it fills: room that was there when a file began may have gone to the files beside it. */
    private final class WatchedRoom extends FilterOutputStream {
        private static final long LOOK_EVERY = 8 << 20;

        private long sinceLook;

        WatchedRoom(OutputStream body) {
            super(body);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sinceLook += length;
            if (sinceLook >= LOOK_EVERY) {
                sinceLook = 0;
                if (!roomFor(0)) {
                    throw new IOException("The disk filled while the file came in");
                }
            }
        }
    }
}
