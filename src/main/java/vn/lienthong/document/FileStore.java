package vn.lienthong.document;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Sha256;

/**
 * Keeps files under the digest of what they hold, encrypted. A file is there whole or not at all, and survives a power cut
 * from the moment {@link #put} has returned.
 */
@Component
class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final FileFolder folder;
    private final FileCipher cipher;
    private final DocumentProperties settings;

    FileStore(FileFolder folder, FileCipher cipher, DocumentProperties settings) {
        this.folder = folder;
        this.cipher = cipher;
        this.settings = settings;
    }

    /** Takes in what comes from there; refuses it, leaving nothing behind, when its digest is another. Its size. */
    long put(Sha256Name name, MeasuredStream in) {
        if (isThere(name)) {
            in.drain(name);
            return in.size();
        }
        Path part = folder.incoming().resolve(UUID.randomUUID() + ".part");
        try {
            write(part, name, in);
            in.require(name);
            publish(part, name);
            return in.size();
        } catch (IOException trouble) {
            LOG.error("Không ghi được kho tệp / the store of files cannot be written", trouble);
            throw roomFor(0) ? FileProblems.unreachable() : FileProblems.diskLow();
        } finally {
            remove(part);
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
            InputStream file = Files.newInputStream(folder.place(name));
            return Optional.of(cipher.opening(file, name));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException trouble) {
            LOG.error("Không đọc được kho tệp / the store of files cannot be read", trouble);
            throw FileProblems.unreachable();
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
        return Files.exists(folder.place(name));
    }

    /** Whether this much can come in without filling the disk. */
    boolean roomFor(long bytes) {
        try {
            long free = Files.getFileStore(folder.path()).getUsableSpace();
            return free - Math.max(0, bytes) >= settings.leastDisk().toBytes();
        } catch (IOException unknown) {
            LOG.error("Không đo được dung lượng đĩa của kho tệp / free disk of the files is unknown", unknown);
            return false;
        }
    }

    private void write(Path part, Sha256Name name, MeasuredStream in) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try (OutputStream out = cipher.sealing(new WatchedDisk(channel), name)) {
                in.copyTo(out);
            }
            channel.force(true);
        }
    }

    private void publish(Path part, Sha256Name name) throws IOException {
        List<Path> directories = folder.directories(name);
        Files.createDirectories(directories.getFirst());
        Files.move(part, folder.place(name), StandardCopyOption.ATOMIC_MOVE);
        for (Path directory : directories) {
            FileFolder.sync(directory);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            LOG.warn("Chưa xóa được {} / cannot be removed now", part, left);
        }
    }

    /**
     * Leaves the channel open, which is synced after the last byte. Looks at the disk again as it fills: room that was there
     * when a file began may have gone to the files beside it.
     */
    private final class WatchedDisk extends BufferedOutputStream {
        private static final long LOOK_EVERY = 8 << 20;

        private long sinceLook;

        WatchedDisk(FileChannel channel) {
            super(Channels.newOutputStream(channel), 32 * 1024);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            super.write(bytes, from, length);
            sinceLook += length;
            if (sinceLook >= LOOK_EVERY) {
                sinceLook = 0;
                if (!roomFor(0)) {
                    throw new IOException("The disk filled while the file came in");
                }
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
